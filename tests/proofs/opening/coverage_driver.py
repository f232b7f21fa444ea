"""Let atheris look for bytes that the reader of assessments cannot bear, led by code coverage.

    coverage_driver.py SECONDS careful|naive CORPUS

It stops at the first finding, which libFuzzer writes into the corpus' folder as `crash-…`. "naive"
is a reader with one fault that only coverage leads to: the control must find it.
"""

import json
import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["nttp_readiness.storage", "nttp_readiness.domain"]):
    from nttp_readiness.domain.answers.assessment import Assessment, Profile
    from nttp_readiness.errors import ReadinessError
    from nttp_readiness.storage.banks.bank_folders import read_bank
    from nttp_readiness.storage.documents import envelope
    from nttp_readiness.storage.documents.document_bytes import document_bytes, document_in
    from nttp_readiness.storage.exchange import answer_files

SECONDS, HOW, CORPUS = sys.argv[1:4]
SMALL_BANK = Path(__file__).parents[2] / "storage" / "data" / "tiny-bank"


def careful(data):
    """All that is read as JSON, with and without the hash."""
    for read in (
        lambda: document_in(data, Path()),
        lambda: document_in(data, Path(), check_hash=False),
        lambda: answer_files.answers_in(data),
    ):
        try:
            read()
        except ReadinessError:
            continue


@atheris.instrument_func
def naive(data):
    try:
        found = envelope.parse(data)
    except ReadinessError:
        return
    if isinstance(found, dict) and "version" in found:
        found["version"] + 1  # a text, or nothing, has no next version


def seeds():
    value = Assessment(
        id="0" * 32, profile=Profile(title="Seed"), written_bank=read_bank(SMALL_BANK)
    )
    whole = document_bytes(value, revision=1)
    yield whole
    yield json.dumps(json.loads(whole), separators=(",", ":")).encode()
    envelope_alone = {**json.loads(whole), "body": {}}
    yield json.dumps(envelope_alone).encode()
    yield answer_files.answer_bytes(answer_files.hand_in(value, "Everyone", {"CAR-1": 2}))


def words():
    """Words that the fuzzer may put together: every key that the reader knows."""
    found = {*Assessment.model_fields, *Profile.model_fields, "format", "version", "sha256", "body"}
    return "".join(f'"\\"{word}\\""\n' for word in sorted(found))


def main():
    corpus = Path(CORPUS)
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds()):
        (corpus / f"seed-{number}").write_bytes(seed)
    names = Path(tempfile.mkdtemp()) / "words"
    names.write_text(words())
    atheris.Setup(
        [
            "fuzz", str(corpus), f"-max_total_time={SECONDS}", f"-dict={names}", "-max_len=60000",
            f"-artifact_prefix={corpus}/", "-rss_limit_mb=2048", "-timeout=2", "-verbosity=1",
            "-print_final_stats=1",
        ],
        careful if HOW == "careful" else naive,
    )  # fmt: skip
    atheris.Fuzz()


if __name__ == "__main__":
    main()
