"""Readers of definitions: claims, the cues for and against them, their weights, and the places they stand in."""
