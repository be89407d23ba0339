"""From a text or a sheet to claims that the proof accepts; for any text and any city."""
