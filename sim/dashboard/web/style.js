// How cities are told apart: colour, dash and symbol together, never colour alone.
const CITY = {
  A: { colour: '--tc-a', dash: [], symbol: 'disc' },
  B: { colour: '--tc-b', dash: [11, 6], symbol: 'triangle' },
  C: { colour: '--tc-c', dash: [12, 4, 2, 4], symbol: 'diamond' },
  N: { colour: '--tc-none', dash: [2, 5], symbol: 'tick' },
};

function readPalette(element) {
  const css = getComputedStyle(element);
  const get = name => css.getPropertyValue(name).trim();
  const ramp = [1, 2, 3, 4, 5].map(i => get(`--tc-ramp-${i}`));
  const cities = {};
  for (const letter of Object.keys(CITY)) cities[letter] = get(CITY[letter].colour);
  return {
    cities, ramp, ink: get('--tc-ink'), soft: get('--tc-soft'), line: get('--tc-line'), ground: get('--tc-ground'),
    diverging: [1, 2, 3, 4, 5].map(i => get(`--tc-diff-${i}`)), past: get('--tc-past'), empty: get('--tc-empty'), river: get('--tc-river'), font: get('--tc-font') || 'sans-serif',
  };
}

function setFont(g, pen, size, weight) {
  g.font = `${weight || 400} ${size}px ${pen.font}`;
}

function symbolPath(g, kind, x, y, r) {
  g.beginPath();
  if (kind === 'disc') g.arc(x, y, r, 0, 7);
  else if (kind === 'triangle') polygonPath(g, [[x, y - r * 1.15], [x + r * 1.1, y + r * 0.85], [x - r * 1.1, y + r * 0.85]]);
  else if (kind === 'diamond') polygonPath(g, [[x, y - r * 1.25], [x + r * 1.15, y], [x, y + r * 1.25], [x - r * 1.15, y]]);
  else g.rect(x - 1.5, y - r * 1.6, 3, r * 3.2);
}

function polygonPath(g, points) {
  points.forEach(([x, y], i) => (i ? g.lineTo(x, y) : g.moveTo(x, y)));
  g.closePath();
}

function drawSymbol(g, pen, letter, x, y, r, hollow) {
  symbolPath(g, CITY[letter].symbol, x, y, r);
  g.lineWidth = 2;
  g.strokeStyle = hollow ? pen.cities[letter] : pen.ground;
  g.fillStyle = hollow ? pen.ground : pen.cities[letter];
  g.stroke();
  g.fill();
}

const NUMBERS = {}; // making a format costs more than using it, and a playing chart writes thousands of numbers

function numberFormat(language, digits) {
  const key = `${language} ${digits}`;
  NUMBERS[key] = NUMBERS[key] || new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return NUMBERS[key];
}

function formatNumber(value, dial, language) {
  if (!Number.isFinite(value)) return '–';
  return numberFormat(language, dial.digits).format(value * dial.scale).replace('-', '−');
}
