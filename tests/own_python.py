"""The packages of tests/packages.txt, which ./do test installs into build/venv where there is a network."""
import importlib.util
import os
import sys

VENV = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "build", "venv", "bin", "python")
MISSING = "{} is not installed (./do test installs it into build/venv where there is a network)"


def lacks(package):
    """Why a test that needs this package is skipped; empty where it is there. Called before anything else is done: where another
    Python has the package, that one begins the test anew."""
    if importlib.util.find_spec(package):
        return ""
    # A virtual environment's Python is the same file as the system's: only a mark tells that it was tried.
    if os.path.exists(VENV) and not os.environ.get("HEARSAY_IN_VENV"):
        os.environ["HEARSAY_IN_VENV"] = "1"
        os.execv(VENV, [VENV, *sys.argv])
    return MISSING.format(package)
