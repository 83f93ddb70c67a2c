"""Writes a LightGBM model of two classes as the plain table that models/README.md describes."""
import numpy as np


def limit_of(threshold):
    """The largest single-precision number that is not above the threshold: rows are single precision, so the split is the same."""
    value = np.float32(threshold)
    return value if float(value) <= threshold else np.nextafter(value, np.float32(-np.inf))


def shortest(value):
    """The shortest decimal that gives back the single-precision number."""
    text = np.format_float_positional(np.float32(value), unique=True, trim="-")
    long = np.format_float_scientific(np.float32(value), unique=True, trim="-")
    return text if len(text) <= len(long) else long


def write_node(node, names, lines):
    if "leaf_value" in node:
        value = float("%.4g" % node["leaf_value"])
        lines.append(f"leaf\t{shortest(value)}")
        return
    if node["decision_type"] != "<=":
        raise ValueError(f"a split by {node['decision_type']}")
    lines.append(f"split\t{names[node['split_feature']]}\t{shortest(limit_of(node['threshold']))}")
    write_node(node["left_child"], names, lines)
    write_node(node["right_child"], names, lines)


def write_trees(model, names, path, title):
    lines = [f"# {title} Written by training/; format and figures in README.md."]
    for tree in model.dump_model()["tree_info"]:
        lines.append("tree")
        write_node(tree["tree_structure"], names, lines)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
