"""What each command of a code block is for: candidates, their cues, the weights, the choice."""
