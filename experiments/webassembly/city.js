/**
 * A city whose columns lie in WebAssembly's memory, and whose weeks its kernels run.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";

const PAGE = 65536; // bytes of a page of memory
const CELL = 8; // bytes of an argument
const LOWEST_PART = 0.1; // the lowest tenth, of which the measurement is told the border
const ARENA = 1 << 22; // bytes kept free for what kernels ask for while they run

/** The library's functions that kernels call, as JavaScript has them. */
const OWN = {
  exp: Math.exp,
  exp2: (x) => 2 ** x,
  log: Math.log,
  pow: Math.pow,
  cos: Math.cos,
  tanh: Math.tanh,
};

/** Return the same functions, answering what native.py wrote down of the C library's answers. */
export function recorded(folder) {
  const answers = JSON.parse(readFileSync(join(folder, "library.json"), "utf8"));
  return Object.fromEntries(Object.entries(answers).map(([name, found]) => [name, lookUp(name, found)]));
}

function lookUp(name, found) {
  const known = new Map(Object.entries(found).map(([given, y]) => [given.split(" ").map(Number).join(" "), Number(y)]));
  return (...given) => {
    const answer = known.get(given.join(" "));
    if (answer === undefined) throw new Error(`${name}(${given}) was never asked natively`);
    return answer;
  };
}

export class City {
  /**
   * @param {string} folder what native.py wrote
   * @param {string} file the module that compile.py wrote
   * @param {object} library the library's functions that kernels call
   */
  constructor(folder, file, library = OWN) {
    const about = JSON.parse(readFileSync(join(folder, "city.json"), "utf8"));
    this.columns = about.columns;
    this.weeks = about.weeks;
    this.state = readFileSync(join(folder, "state.bin"));
    const code = new WebAssembly.Module(readFileSync(file));
    const bytes = (1 << 21) + about.bytes + ARENA;
    this.memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
    this.exports = new WebAssembly.Instance(code, { env: { memory: this.memory, ...library } }).exports;
    this.view = new DataView(this.memory.buffer);
    this.base = (this.exports.__heap_base.value + 63) & -64;
    this.order = Object.keys(about.kernels).filter((name) => name in this.exports);
    let end = this.base + about.bytes + 64;
    this.cells = {}; // of each kernel
    this.changing = { week: [], lowest: [] }; // cells of what every week changes
    for (const name of this.order) {
      end = (end + 63) & -64;
      this.cells[name] = end;
      for (const argument of about.kernels[name]) end = this.#place(argument, end);
    }
    this.view.setInt32(this.exports.arena.value, end, true);
    this.reset();
  }

  /** Go back to week 0. */
  reset() {
    new Uint8Array(this.memory.buffer).set(this.state, this.base);
  }

  /** Write one argument into the cells from `end` on; return where the next begins. */
  #place(argument, end) {
    if (argument.number) this.view.setFloat64(end, Number(argument.number), true);
    else if (argument.key) this.view.setBigUint64(end, BigInt(argument.key), true);
    else if (argument in this.changing) this.changing[argument].push(end);
    else return this.#placeArray(this.columns[argument], end);
    return end + CELL;
  }

  /** Write Numba's record of an array: no owner, its items, their size, its address, shape and strides. */
  #placeArray({ at, shape, item }, end) {
    const items = shape.reduce((a, b) => a * b, 1);
    const strides = shape.map((_, axis) => item * shape.slice(axis + 1).reduce((a, b) => a * b, 1));
    for (const value of [0, 0, items, item, this.base + at, ...shape, ...strides]) {
      this.view.setBigInt64(end, BigInt(value), true);
      end += CELL;
    }
    return end;
  }

  /** Return the bytes of a column. */
  bytes(name) {
    const { at, bytes } = this.columns[name];
    return new Uint8Array(this.memory.buffer, this.base + at, bytes);
  }

  /** Tell the kernels which week it is. */
  tell(week) {
    for (const cell of this.changing.week) this.view.setBigInt64(cell, BigInt(week), true);
  }

  /** Run one kernel. */
  run(name) {
    if (name === "measurement") {
      for (const cell of this.changing.lowest) this.view.setFloat64(cell, this.lowest(), true);
    }
    this.exports[name](this.cells[name]);
  }

  /** Run one week of all kernels. */
  week(week) {
    this.tell(week);
    for (const name of this.order) this.run(name);
  }

  /** Return the border of the tenth that is worst off, between two residents' well-being. */
  lowest() {
    const { at, bytes } = this.columns.wellbeing;
    const sorted = new Float32Array(this.memory.buffer, this.base + at, bytes / 4).slice().sort();
    const place = LOWEST_PART * (sorted.length - 1);
    const below = Math.trunc(place);
    const above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
