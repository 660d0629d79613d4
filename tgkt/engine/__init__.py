"""The calculating core: pure functions from declared facts to computed ones. No input, no output."""
