#!/bin/sh
# Every test. Those in the browser mostly wait, so they run beside the others; what they say is shown whole behind it.
set -u
python=.venv/bin/python
said=$(mktemp)
$python -m pytest tests/browser >"$said" 2>&1 &
browser=$!
trap 'rm -f "$said"' EXIT
trap 'kill "$browser"; exit 130' INT TERM

# In the order of their folders and names, so that the slow documents come first and both workers end together.
$python -m pytest -n 2 --dist loadfile --no-loadscope-reorder --ignore=tests/browser
rest=$?
wait "$browser"
beside=$?
echo "In the browser:"
cat "$said"
[ "$rest" -eq 0 ] && [ "$beside" -eq 0 ]
