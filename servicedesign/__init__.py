"""Service Design Workshop: from a resident's problem to a service ready to propose, in one file."""

__version__ = "1.0.0"
