"""From results to findings, as tables and pictures: sensitivity, boxes, paired differences, fans."""
