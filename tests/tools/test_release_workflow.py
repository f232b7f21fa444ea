"""The release workflow was never run here: at least what can be read of it is so as it must be."""

import copy
import re
from pathlib import Path

import pytest
import yaml  # type: ignore[import-untyped]

from nttp_readiness import resources

FILE = resources.root() / ".github/workflows/release.yml"
TEXT = FILE.read_text("utf-8")


def jobs():
    return yaml.safe_load(TEXT)["jobs"]


def words(job):
    """All that a job's steps run."""
    return "\n".join(str(step.get("run", "")) for step in job["steps"])


def before(all_jobs, name):
    """Every job that has ended when this one begins."""
    needs = all_jobs[name].get("needs", [])
    direct = {needs} if isinstance(needs, str) else set(needs)
    return direct.union(*(before(all_jobs, each) for each in direct))


def order_faults(all_jobs):
    """What is wrong with the way from the built folder to what is handed out."""
    said = {name: words(job) for name, job in all_jobs.items()}
    signing = [name for name, run in said.items() if "sign /sha1" in run]
    signs_programs = [name for name in signing if ".msi" not in said[name]]
    packs = [n for n, j in all_jobs.items() if "run.py windows pack" in words(j)]
    signs_packages = [
        n for n, j in all_jobs.items() if "sign /sha1" in words(j) and ".msi" in words(j)
    ]
    drafts = [n for n, j in all_jobs.items() if "gh release create" in words(j)]
    ways = [signs_programs, packs, signs_packages, drafts]
    if any(len(each) != 1 for each in ways):
        return [f"no one job for each step: {ways}"]
    [programs], [pack], [packages], [draft] = ways
    found = []
    for earlier, later in ((programs, pack), (pack, packages), (packages, draft)):
        if earlier not in before(all_jobs, later):
            found.append(f"{later} does not wait for {earlier}")
    runs = [str(step.get("run", "")) for step in all_jobs[packages]["steps"]]
    last_signing = max(n for n, run in enumerate(runs) if "sign /sha1" in run)
    written = [n for n, run in enumerate(runs) if "Get-FileHash" in run and "SHA256SUMS" in run]
    if not written or written[0] < last_signing:
        found.append("the hashes handed out are those of before signing")
    return found


def test_programs_are_signed_then_packed_then_the_packages_then_the_hashes():
    assert order_faults(jobs()) == []


def test_each_step_left_out_would_be_found():
    for name in jobs():
        if name in {"sign-programs", "pack-signed", "sign-packages", "draft"}:
            less = copy.deepcopy(jobs())
            del less[name]
            assert order_faults(less), name
    less = copy.deepcopy(jobs())
    steps = less["sign-packages"]["steps"]
    less["sign-packages"]["steps"] = [s for s in steps if "Get-FileHash" not in str(s.get("run"))]
    assert order_faults(less) == ["the hashes handed out are those of before signing"]


def test_every_action_is_named_by_the_hash_of_its_commit_and_its_version():
    used = re.findall(r"uses: (.*)", TEXT)
    assert len(used) > 10
    assert [
        each for each in used if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v[\d.]+", each)
    ] == []
    versions: dict[str, set[str]] = {each.partition("@")[0]: set() for each in used}
    for each in used:
        versions[each.partition("@")[0]].add(each)
    assert [name for name, several in versions.items() if len(several) > 1] == []


def test_a_job_may_do_no_more_than_it_needs():
    assert yaml.safe_load(TEXT)["permissions"] == {}
    for name, job in jobs().items():
        may = job["permissions"]
        assert may["contents"] == ("write" if name == "draft" else "read")
        secrets = "secrets." in str(job)
        assert (job.get("environment") == "release") is secrets, name
        assert job["timeout-minutes"] <= 120


def test_three_systems_are_tested_before_anything_is_built():
    found = jobs()
    systems = found["test"]["strategy"]["matrix"]["system"]
    assert [each.partition("-")[0] for each in systems] == ["windows", "macos", "ubuntu"]
    assert all(name == "test" or "test" in before(found, name) for name in found)


def test_a_checkout_on_windows_is_byte_for_byte_that_of_linux():
    """Git for Windows would end lines its own way; samples are sealed, and builds compared."""
    lines = (resources.root() / ".gitattributes").read_text("utf-8").splitlines()
    assert "* -text" in lines


@pytest.mark.parametrize(
    "artifact", ["windows-folder", "windows-folder-signed", "windows-packages"]
)
def test_what_one_job_hands_to_another_is_there(artifact):
    def named(action):
        return {
            step["with"]["name"] for job in jobs().values() for step in job["steps"]
            if action in step.get("uses", "") and "name" in step["with"]
        }  # fmt: skip

    assert artifact in named("upload-artifact")
    assert artifact in named("download-artifact")


def test_what_releasing_says_is_what_the_workflow_asks_for():
    page = Path(resources.root() / "docs/releasing.md").read_text("utf-8")
    asked = set(re.findall(r"(?:secrets|vars)\.([A-Z_]+)", TEXT))
    assert len(asked) > 6
    assert [name for name in sorted(asked) if f"`{name}`" not in page] == []
