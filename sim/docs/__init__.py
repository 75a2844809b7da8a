"""Pages of documentation written from the declarations: parameters, evidence, dials, and parts of the ODD."""
