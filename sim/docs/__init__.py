"""Pages of documentation written from the declarations: parameters, evidence, outcomes, and parts of the ODD."""
