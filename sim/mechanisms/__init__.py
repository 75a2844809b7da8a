"""The mechanisms: one file each, equations beside what is declared of them; none imports another."""
