"""`make bench`: how long a build takes and how much memory, beside Pelican on the same notices. Not a test.

Whole processes are timed; what counts are the ratios to Pelican within a round, not seconds on a shared machine.
The notices are invented by ../shared/peers/corpus.py (CORPUS_PY names another), Pelican is $PEERS_HOME/pelican.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
CORPUS_PY = Path(os.environ.get("CORPUS_PY") or ROOT.parent / "shared/peers/corpus.py").resolve()
PELICAN = CORPUS_PY.parent / "pelican"
PEERS_HOME = Path(os.environ.setdefault("PEERS_HOME", "/tmp/peers"))
CACHE = Path(tempfile.gettempdir()) / "ward-bulletin-bench"
TODAY, FEW = "2026-01-01", 10
BAR_RATIO, BAR_KB, BAR_KB_AT, BAR_NOTICE = 0.8, 60, 10_000, 14_000
# A program that may not keep what it has compiled compiles itself anew at each start: a second, of nobody's build.
ENV = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
BAR_SHARES = {"calendar": 0.1, "search and abbreviations": 0.33}  # of a cold build
SITE = "name: Bảng tin\nbase_url: https://bench.example/\nissuer: UBND phường Phúc Đồng\nplace: Phúc Đồng\n"


class CannotRun(Exception):
    """Something the benchmark needs is missing, or a program it times has failed."""


@dataclass(frozen=True, slots=True)
class Run:
    """One whole process; `written` counts the files of its output that are newer than its start."""

    wall: float
    cpu: float
    peak_mib: float
    written: int


def run(command: Sequence[str | Path], output: Path) -> Run:
    """Run and account for one process. This one stays small: a child's peak is never below its parent's size."""
    os.sync()
    began, start = time.time_ns(), time.perf_counter()
    with tempfile.TemporaryFile() as log:
        child = subprocess.Popen(command, cwd=ROOT, env=ENV, stdout=log, stderr=log)
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            log.seek(0)
            said = log.read().decode(errors="replace")
            raise CannotRun(f"{' '.join(map(str, command))}: exit code {child.returncode}\n{said[-2000:]}")
    peak = usage.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
    written = sum(path.stat().st_mtime_ns > began for path in _files(output))
    return Run(wall, usage.ru_utime + usage.ru_stime, peak, written)


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def pelican(folder: Path, output: Path, verb: str) -> list[str | Path]:
    """The command of Pelican's build of the same notices."""
    return ["bash", PELICAN / "build.sh", folder, output, verb]


def place(count: int) -> Path | None:
    """Where to build: in memory if it fits. For minutes after a tree was removed, ext4 makes files slowly."""
    memory, needed = Path("/dev/shm"), count * 60_000 + 2**26
    return memory if os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > needed else None


def corpus(count: int) -> Path:
    """A folder with `count` notices: as the peers read them in notices/, as we do in content/. Made once."""
    folder, made_by = CACHE / f"bench-{count}", hashlib.sha256(CORPUS_PY.read_bytes() + Path(__file__).read_bytes())
    stamp = folder / "made-by"
    if not stamp.exists() or stamp.read_text() != made_by.hexdigest():
        shutil.rmtree(folder, ignore_errors=True)
        run([sys.executable, CORPUS_PY, str(count), folder, "--gold", folder / "gold.jsonl"], folder)
        convert(folder / "notices", folder / "content")
        run([sys.executable, "build.py", "check", "--today", TODAY, "--content", folder / "content"], folder)
        stamp.write_text(made_by.hexdigest())
    return folder


def convert(notices: Path, content: Path) -> None:
    """Notices in the peers' form → our content/: the field and the tags of a notice are its fields."""
    names, years = dict[str, str](), set[str]()  # names by their letters: «An ninh - Trật tự», «an ninh trật tự»
    for path in sorted(notices.rglob("*.md")):
        front, body = path.read_text(encoding="utf-8").removeprefix("---\n").split("---\n", 1)
        kept, own, key = ["publish: public"], list[str](), ""
        for line in front.splitlines():
            item = line.removeprefix("  - ")
            if item == line:
                key, _, value = line.partition(":")
                if key == "field":
                    own.append(value.strip())
                elif key == "signer_role":
                    kept.append(f"signer:\n  role:{value}")
                elif key != "tags":
                    kept.append(line)
            elif key == "tags":
                own.append(item)
            else:
                kept.append(line)
                _write(content / item, f"%PDF-1.4\n% {item}\n")
        own = list(dict.fromkeys(names.setdefault("".join(filter(str.isalnum, n)).casefold(), n) for n in own))
        text = "\n".join(["---", *kept, "fields:", *(f"  - {name}" for name in own), "---\n"])
        _write(content / "notices" / path.relative_to(notices), text + body)
        years.add(path.parent.name)
    # The peers' pages have the years in their header.
    menu = (f"  - {{title: {year}, url: /thong-bao/{year}/}}" for year in sorted(years))
    fields = (f"  - {name}" for name in sorted(names.values()))
    _write(content / "site.yml", "\n".join([SITE + "fields:", *fields, "menu:", *menu]))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def one_round(folder: Path, outs: Path, beside: bool) -> dict[str, Run]:
    """Cold, Pelican cold right after, nothing changed, one edited."""
    content, output, theirs = folder / "content", outs / "ours", outs / "pelican"
    build: list[str | Path] = [sys.executable, "build.py", "--today", TODAY, "--content", content, "--output", output]
    shutil.rmtree(output, ignore_errors=True)
    runs = {"cold": run(build, output)}
    if beside:
        run(pelican(folder, theirs, "clean"), theirs)
        runs["Pelican, cold"] = run(pelican(folder, theirs, "run"), theirs)
    runs["nothing changed"] = run(build, output)
    edited = (notices := sorted((content / "notices").rglob("*.md")))[len(notices) // 2]
    before = edited.read_bytes()
    try:
        edited.write_bytes(before + "\nBổ sung một câu để đo.\n".encode())
        runs["one body edited"] = run(build, output)
    finally:
        edited.write_bytes(before)
    if not runs["one body edited"].written:
        raise CannotRun(f"{edited} was edited and no page of {output} changed")
    return runs


def _spread(values: Iterable[float]) -> str:
    rows = sorted(values)
    return f"{median(rows):.2f} ({rows[0]:.2f}–{rows[-1]:.2f})"


def shares(folder: Path, outs: Path, rounds: int) -> None:
    """What of a cold build is the calendar's, and search's with abbreviations: each round is a process, and the shares
    are within it."""
    output, verdicts = outs / "shares", list[str]()
    for what, bar in BAR_SHARES.items():
        program = [sys.executable, f"{ROOT}/tests/bench/shares.py", what, f"{folder}/content", str(output), TODAY]
        done: list[dict[str, float]] = []
        for _ in range(rounds):
            shutil.rmtree(output, ignore_errors=True)
            done.append(json.loads(subprocess.check_output(program, env=ENV)))
        builds = [one.pop("build") for one in done]
        print(f"\n{what} in a cold build of {_spread(builds)} s CPU, {rounds} rounds, median (min–max)")
        for part in done[0]:
            print(f"  {part:<24}{median(one[part] for one in done):>8.3f} s")
        share = median(sum(one.values()) / build for one, build in zip(done, builds, strict=True))
        judged = "met" if share <= bar else "NOT MET"
        verdicts.append(f"{what}: {share:.2f} of the cold build (bar {bar}): {judged}")
    print("", *verdicts, sep="\n")


def bench(count: int, rounds: int, outs: Path) -> None:
    """Measure and print."""
    if not CORPUS_PY.is_file():
        raise CannotRun(f"no corpus generator at {CORPUS_PY}; set CORPUS_PY to the path of corpus.py")
    few, folder = corpus(FEW), corpus(count)
    beside = (PEERS_HOME / "pelican/venv/bin/pelican").exists() and (PELICAN / "build.sh").exists()
    if beside:
        run(pelican(folder, outs, "prepare"), folder)
    machine = f"Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
    print(f"{count} notices, {rounds} rounds; {machine}; built in {outs.parent}\n")
    done = [one_round(folder, outs, beside) for _ in range(rounds)]
    print(f"{'median (min–max)':<18}{'wall s':>22}{'CPU s':>22}{'peak MiB':>10}{'notices/s':>11}{'files written':>15}")
    for what in done[0]:
        runs = [a_round[what] for a_round in done]
        wall, peak = median(r.wall for r in runs), median(r.peak_mib for r in runs)
        times = f"{_spread(r.wall for r in runs):>22}{_spread(r.cpu for r in runs):>22}"
        print(f"{what:<18}{times}{peak:>10.0f}{count / wall:>11.0f}{runs[-1].written:>15}")
    for name in ("ours", *(("pelican",) if beside else ())):
        files = _files(outs / name)
        pages, size = sum(f.suffix == ".html" for f in files), sum(f.stat().st_size for f in files)
        print(f"{name}: {pages} pages, {len(files)} files, {size:,} bytes")
    zipped = [
        len(gzip.compress(p.read_bytes(), 9)) for p in (outs / "ours/thong-bao").glob("[0-9]*/*[a-z]*/index.html")
    ]
    judged = "met" if median(zipped) <= BAR_NOTICE else "NOT MET"
    print(
        f"a notice of median size: {median(zipped):,} bytes gzipped, the longest {max(zipped):,}; bar: {BAR_NOTICE:,}: {judged}"
    )

    program = [sys.executable, f"{ROOT}/tests/bench/stages.py", f"{folder}/content", f"{outs}/stages", TODAY]
    spent: dict[str, float] = json.loads(subprocess.check_output(program, env=ENV))
    total = sum(spent.values())
    print(f"\nstages of a cold build, {total:.2f} s in one process")
    for stage, seconds in sorted(spent.items(), key=lambda row: -row[1]):
        print(f"  {stage:<24}{seconds:>8.3f} s{seconds / total:>8.1%}")

    finding: list[str | Path] = [sys.executable, ROOT / "tests/bench/finding.py", folder / "content"]
    print(subprocess.check_output([*finding, folder / "gold.jsonl", str(rounds)], text=True), end="")

    shares(folder, outs, rounds)
    searching: list[str | Path] = [sys.executable, ROOT / "tests/bench/searching.py", folder / "content"]
    print(subprocess.check_output(searching, text=True), end="")

    base = median(one_round(few, outs, beside=False)["cold"].peak_mib for _ in range(rounds))
    peak = median(a_round["cold"].peak_mib for a_round in done)
    kb = (peak - base) * 1024 / (count - FEW)
    print(f"\nmemory: peak {peak:.1f} MiB, with {FEW} notices {base:.1f} MiB: {kb:.1f} KB a notice")
    judged = ("met" if kb <= BAR_KB else "NOT MET") if count >= BAR_KB_AT else f"judged at {BAR_KB_AT} notices"
    print(f"bar: at most {BAR_KB} KB a notice: {judged}")
    if beside:
        ratios = [a_round["cold"].wall / a_round["Pelican, cold"].wall for a_round in done]
        print(f"ours/Pelican, cold, by round: {', '.join(f'{r:.2f}' for r in ratios)}; {_spread(ratios)}", end="; ")
        print(f"CPU: {_spread(a_round['cold'].cpu / a_round['Pelican, cold'].cpu for a_round in done)}")
        judged = "met" if median(ratios) <= BAR_RATIO else "NOT MET"
        print(f"bar: at most {BAR_RATIO} of Pelican's time: {judged}")
    else:
        print(f"Pelican is not installed, so its bar is not judged: run «sh {PELICAN / 'setup.sh'}»")


def main() -> int:
    """0: measured, whatever the figures; 2: it cannot run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=1000, help="notices (1000)")
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    if args.count <= FEW or args.rounds < 1:
        parser.error(f"more than {FEW} notices and at least one round")
    try:
        with tempfile.TemporaryDirectory(prefix="ward-bulletin-bench-", dir=place(args.count)) as outs:
            bench(args.count, args.rounds, Path(outs))
    except (CannotRun, subprocess.CalledProcessError) as fault:
        print(f"bench: {fault}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
