// The upright axis of the focus chart: the dial's own from end to end or, when asked for, cut and said to be.
const LEAST_PART = 0.1; // of the whole axis: a smaller part would make hills of noise

function focusAxis(scene, plot, unit) {
  const [low, high] = scene.dial.axis;
  const part = scene.zoom && !scene.curtain ? partInUse(scene, low, high) : [low, high];
  const cut = { low: part[0] > low, high: part[1] < high };
  const band = unit * 1.7;
  const strip = scene.zoom && scene.runs && scene.runsAs === 'dots' ? unit * 2.9 : 0; // the dots have no free place beside cut lines
  const above = (cut.high ? band : 0) + strip;
  const inner = { ...plot, y: plot.y + above, h: plot.h - above - (cut.low ? band : 0) };
  const y = value => inner.y + inner.h - (Math.min(Math.max(value, part[0]), part[1]) - part[0]) / (part[1] - part[0]) * inner.h;
  return { y, part, cut, inner, band, strip };
}

// The part of the axis that the lines of the whole picture need, in round numbers.
function partInUse(scene, low, high) {
  const { frame, ghost, dial, letters } = scene;
  let [least, most] = [Infinity, -Infinity];
  for (const one of [frame, ghost]) for (const letter of one ? [...letters, 'N'] : []) {
    for (const value of seriesOf(one, letter, dial.id) || []) {
      if (value < least) least = value;
      if (value > most) most = value;
    }
  }
  if (!(most >= least)) return [low, high];
  const widen = Math.max(0, LEAST_PART * (high - low) - (most - least)) / 2;
  const step = roundStep((most - least + 2 * widen) / 4 * dial.scale, dial.digits) / dial.scale;
  const end = (value, round) => Math.min(high, Math.max(low, round(value / step) * step));
  return [end(least - widen + 1e-9, Math.floor), end(most + widen - 1e-9, Math.ceil)];
}

function roundStep(rough, digits) {
  const least = 10 ** -digits;
  const tens = 10 ** Math.floor(Math.log10(Math.max(rough, least)));
  return Math.max(least, [1, 2, 5, 10].map(n => n * tens).find(n => n >= rough - 1e-9));
}

function tellAxis(axis, dial, words, language) {
  if (!axis.cut.low && !axis.cut.high) return '';
  const [low, high] = axis.part.map(value => formatNumber(value, dial, language));
  return words.axis_cut.replace('{low}', low).replace('{high}', high);
}

function axisValues(axis, dial) {
  const middle = (axis.part[0] + axis.part[1]) / 2;
  const shown = middle * dial.scale * 10 ** dial.digits;
  const values = Math.abs(shown - Math.round(shown)) < 1e-6 ? [axis.part[0], middle, axis.part[1]] : axis.part.slice();
  return values.map(value => ({ value, y: axis.y(value) }));
}

function drawCuts(g, pen, plan, axis, dial, words, language) {
  const { plot, unit, small } = plan;
  const bands = [];
  if (axis.cut.low) bands.push({ y: axis.inner.y + axis.inner.h, end: dial.axis[0], at: plot.y + plot.h });
  if (axis.cut.high) bands.push({ y: plot.y, end: dial.axis[1], at: plot.y });
  setFont(g, pen, small);
  g.textBaseline = 'middle';
  bands.forEach((band, i) => {
    const middle = band.y + axis.band / 2;
    g.strokeStyle = pen.soft;
    g.lineWidth = Math.max(1.2, unit / 14);
    g.beginPath();
    for (let n = 0, x = plot.x; x <= plot.x + plot.w; n++, x += unit * 0.5) g.lineTo(x, middle + (n % 2 ? 1 : -1) * unit * 0.22);
    g.stroke();
    g.fillStyle = pen.soft;
    g.textAlign = 'right';
    g.fillText(formatNumber(band.end, dial, language), plot.x - unit * 0.5, band.at);
    if (i) return;
    const text = tellAxis(axis, dial, words, language);
    const width = g.measureText(text).width;
    const left = plot.x + plot.w - width - unit * 0.6;
    g.fillStyle = pen.ground;
    g.fillRect(left - unit * 0.3, middle - small * 0.7, width + unit * 0.6, small * 1.4);
    g.fillStyle = pen.ink;
    g.textAlign = 'left';
    g.fillText(text, left, middle);
  });
}
