"""The servers that benchmarks/serving.py measures beside each other, and how their answers are timed."""
