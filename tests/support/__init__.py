"""What the tests share; import it as `from support.process import citygraph`."""
