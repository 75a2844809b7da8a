// The paired runs behind the sentence: thin lines for a moment, then one symbol a run, filled or hollow.
const RUN_LINES_FOR = 3000; // ms

function readRuns(view) {
  if (!view || !view.byteLength) return null;
  const frame = readFrame(view);
  const [count, , months] = frame.shapes.runs;
  return { letters: frame.letters, dial: frame.dials[0], every: frame.every, count, months, values: frame.arrays.runs };
}

function runSeries(runs, run, letter) {
  const start = (run * runs.letters.length + runs.letters.indexOf(letter)) * runs.months;
  return runs.values.subarray(start, start + runs.months);
}

function drawRunLines(g, pen, runs, letters, x, y, width) {
  for (const letter of letters) {
    for (let run = 0; run < runs.count; run++) {
      g.beginPath();
      runSeries(runs, run, letter).forEach((value, month) => {
        if (Number.isFinite(value)) g.lineTo(x((month + 1) * runs.every), y(value));
      });
      strokeCity(g, pen, letter, width, { alpha: 0.6 });
    }
  }
}

// In how many runs the level is higher in the city named; with a room's city, in how many it lies where.
function countRuns(runs, letters, week) {
  const month = Math.min(runs.months - 1, Math.max(0, Math.ceil(week / runs.every) - 1));
  const at = letter => Array.from({ length: runs.count }, (_, run) => runSeries(runs, run, letter)[month]);
  const [a, b, c] = ['A', 'B', 'C'].map(letter => (letters.includes(letter) ? at(letter) : null));
  const tell = (letter, place, tests) => ({ letter, place, filled: tests.filter(Boolean).length, count: runs.count });
  const most = found => found.reduce((best, one) => (one.filled > best.filled ? one : best));
  if (c) {
    const above = c.map((value, run) => value > Math.max(a[run], b[run]));
    const below = c.map((value, run) => value < Math.min(a[run], b[run]));
    const between = c.map((_, run) => !above[run] && !below[run]);
    return most([tell('C', 'above', above), tell('C', 'between', between), tell('C', 'below', below)]);
  }
  return most([tell('A', 'higher', a.map((value, run) => value > b[run])), tell('B', 'higher', b.map((value, run) => value > a[run]))]);
}

function tellRuns(counted, words) {
  const frame = counted.filled ? words[`runs_${counted.place}`] : words.runs_equal;
  return frame.replace('{letter}', counted.letter).replace('{k}', counted.filled).replace('{n}', counted.count);
}

function drawRunDots(g, pen, plan, scene, axis, x) {
  const { runs, letters, frame, dial, now, words } = scene;
  const { unit, small } = plan;
  const { inner: plot, strip, y } = axis;
  const counted = countRuns(runs, letters, now);
  const left = x(0) + unit * 0.7;
  const pitch = Math.min(unit * 0.95, (plot.x + plot.w - left - unit * 0.6) / counted.count);
  const since = letters.flatMap(letter => Array.from(seriesOf(frame, letter, dial.id).subarray(-frame.first)).filter(Number.isFinite).map(y));
  const high = Math.min(...since) - plot.y < plot.y + plot.h - Math.max(...since);
  const tall = small * 1.25 + pitch * 1.25;
  const top = strip ? plot.y - strip + unit * 0.2 : high ? plot.y + plot.h - tall - unit * 0.4 : plot.y + unit * 0.4;
  const text = tellRuns(counted, words);
  setFont(g, pen, small, 600);
  g.globalAlpha = 0.9;
  g.fillStyle = pen.ground;
  g.fillRect(left - unit * 0.3, top - unit * 0.1, Math.max(g.measureText(text).width, pitch * counted.count) + unit * 0.6, tall);
  g.globalAlpha = 1;
  g.fillStyle = pen.ink;
  g.textAlign = 'left';
  g.textBaseline = 'top';
  g.fillText(text, left, top);
  for (let i = 0; i < counted.count; i++) {
    drawSymbol(g, pen, counted.letter, left + pitch * (i + 0.5), top + small * 1.25 + pitch * 0.6, pitch * 0.34, i >= counted.filled);
  }
}
