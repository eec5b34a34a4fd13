"""What the documentation shows is what the commands print now."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_transcripts_tables_and_programs_of_the_documentation_are_fresh() -> None:
    done = subprocess.run(
        [sys.executable, "tools/readme_transcript.py", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
