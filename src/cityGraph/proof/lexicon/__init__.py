"""Tables of the words that the proof knows, by purpose and language; each row has an example and a counter-example."""
