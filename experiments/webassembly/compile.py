"""Compile the model's kernels from Numba's own IR to one WebAssembly module.

    python experiments/webassembly/compile.py OUT.wasm [--no-simd] [--only perception,mobilisation,trust]

Each kernel is exported under its mechanism's name and takes the address of its arguments, one in each eight bytes
in the order of Numba's calling convention. Needs `wasm-ld` (Debian's package lld).
"""

from __future__ import annotations

import argparse
import re
import subprocess
import tempfile
from pathlib import Path

import llvmlite.binding as llvm
from numba_ir import Kernel, kernels

TRIPLE = "wasm32-unknown-unknown"
STACK_BYTES = 1 << 20
CELL = 8  # bytes of an argument


def main() -> None:
    """Write the module that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--no-simd", action="store_true", help="without vector instructions")
    parser.add_argument("--only", default="", help="kernels, separated by commas; all without")
    chosen = parser.parse_args()
    wanted = kernels([name for name in chosen.only.split(",") if name])
    link(compiled(wanted, simd=not chosen.no_simd), chosen.out, [one.name for one in wanted])
    print(f"{chosen.out}: {chosen.out.stat().st_size} bytes")


def compiled(wanted: list[Kernel], simd: bool) -> bytes:
    """Return the object file of the kernels ``wanted``, optimised as Numba optimises for a processor."""
    llvm.initialize_all_targets()
    llvm.initialize_all_asmprinters()
    features = "+bulk-memory,+sign-ext,+nontrapping-fptoint" + (",+simd128" if simd else "")
    machine = llvm.Target.from_triple(TRIPLE).create_target_machine(opt=3, features=features)
    module = _parsed(Path(__file__).with_name("runtime.ll").read_text(), machine)
    for one in wanted:
        module.link_in(_parsed(_apart(one), machine))
        module.link_in(_parsed(_entry(one, module), machine))
    exported = {"arena", *(one.name for one in wanted)}
    for symbol in (*module.functions, *module.global_variables):
        if not symbol.is_declaration and symbol.name not in exported:
            symbol.linkage = "internal"  # the optimiser drops what nobody uses then
    tuning = llvm.create_pipeline_tuning_options(speed_level=3)
    tuning.loop_vectorization = tuning.slp_vectorization = simd
    passes = llvm.create_pass_builder(machine, tuning)
    passes.getModulePassManager().run(module, passes)
    return machine.emit_object(module)


def link(object_file: bytes, out: Path, exports: list[str]) -> None:
    """Link ``object_file`` into the module ``out`` that exports the functions ``exports``."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "kernels.o")
        path.write_bytes(object_file)
        names = [f"--export={name}" for name in (*exports, "arena", "__heap_base")]
        options = ["--no-entry", "--import-memory", "--allow-undefined", "--gc-sections", "--strip-all"]
        stack = ["-z", f"stack-size={STACK_BYTES}"]
        subprocess.run(["wasm-ld", *options, *stack, *names, str(path), "-o", str(out)], check=True)


def _parsed(text: str, machine: llvm.TargetMachine) -> llvm.ModuleRef:
    """Return the module of ``text``, for ``machine`` whatever it was for."""
    text = re.sub(r"^target (triple|datalayout) = .*$", "", text, flags=re.M)
    module = llvm.parse_assembly(
        f'target triple = "{TRIPLE}"\ntarget datalayout = "{machine.target_data}"\n{text}'
    )
    module.verify()
    return module


def _apart(kernel: Kernel) -> str:
    """Return the kernel's text, told that the columns it is given lie apart from each other, as they do.

    Else the optimiser compares their addresses before each loop, and gives up where there are many.
    """
    start = kernel.text.index(f"@{kernel.function}(")
    end = kernel.text.index("\n", start)
    told = re.sub(r"ptr (%arg\.c\.\d+\.4)\b", r"ptr noalias \1", kernel.text[start:end])
    return kernel.text[:start] + told + kernel.text[end:]


def _entry(kernel: Kernel, module: llvm.ModuleRef) -> str:
    """Return the function that reads a kernel's arguments from their cells, calls it, and traps where it raises."""
    types = [str(argument.type) for argument in module.get_function(kernel.function).arguments][2:]
    loads = "\n".join(
        f"  %p{k} = getelementptr i8, ptr %cells, i32 {CELL * k}\n  %a{k} = load {kind}, ptr %p{k}"
        for k, kind in enumerate(types)
    )
    given = ", ".join(["ptr %result", "ptr %raised", *(f"{kind} %a{k}" for k, kind in enumerate(types))])
    return f"""
@arena = external global i32
declare i32 @"{kernel.function}"(ptr, ptr, {", ".join(types)})
define void @{kernel.name}(ptr %cells) {{
  %result = alloca ptr
  %raised = alloca ptr
  %kept = load i32, ptr @arena
{loads}
  %status = call i32 @"{kernel.function}"({given})
  store i32 %kept, ptr @arena
  %failed = icmp sgt i32 %status, 0
  br i1 %failed, label %trap, label %done
trap:
  call void @llvm.trap()
  unreachable
done:
  ret void
}}
declare void @llvm.trap()
"""


if __name__ == "__main__":
    main()
