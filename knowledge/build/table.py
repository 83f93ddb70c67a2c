"""Reading and writing the tables: comment lines, a line of column names, then sorted rows."""


def read(path):
    """The rows of a table as lists, without comments and column names."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [line.split("\t") for line in lines[1:]]


def write(path, header, source, columns, rows):
    """Writes rows sorted by their bytes. `source` is given here where it is the same for every row."""
    out = [f"# {line}" for line in header.splitlines()]
    if source:
        out.append(f"# source: {source}")
    out.append("\t".join(columns))
    body = []
    for row in rows:
        if len(row) != len(columns) or any("\t" in cell or "\n" in cell for cell in row):
            raise SystemExit(f"{path}: bad row {row}")
        body.append("\t".join(row))
    body.sort(key=lambda line: line.encode("utf-8"))
    out.extend(body)
    path.write_text("\n".join(out) + "\n", encoding="utf-8")
    print(f"{path.name}: {len(body)} rows, {path.stat().st_size} bytes")
