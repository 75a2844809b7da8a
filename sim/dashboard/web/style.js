// How cities are told apart: colour, dash and symbol together, never colour alone.
export const CITY = {
  A: { colour: '--tc-a', dash: [], symbol: 'disc' },
  B: { colour: '--tc-b', dash: [11, 6], symbol: 'triangle' },
  C: { colour: '--tc-c', dash: [12, 4, 2, 4], symbol: 'diamond' },
  N: { colour: '--tc-none', dash: [2, 5], symbol: 'tick' },
};

// The same symbols as letters, for words on the page.
export const MARKS = { A: '●', B: '▲', C: '◆' };

export function readPalette(element) {
  const css = getComputedStyle(element);
  const get = name => css.getPropertyValue(name).trim();
  const ramp = [1, 2, 3, 4, 5].map(i => get(`--tc-ramp-${i}`));
  const cities = {};
  for (const letter of Object.keys(CITY)) cities[letter] = get(CITY[letter].colour);
  return {
    cities,
    ramp,
    ink: get('--tc-ink'),
    soft: get('--tc-soft'),
    line: get('--tc-line'),
    ground: get('--tc-ground'),
    diverging: [1, 2, 3, 4, 5].map(i => get(`--tc-diff-${i}`)),
    past: get('--tc-past'),
    empty: get('--tc-empty'),
    river: get('--tc-river'),
    font: get('--tc-font') || 'sans-serif',
  };
}

// Corners of symbols around their middle, in radii.
const CORNERS = {
  triangle: [
    [0, -1.15],
    [1.1, 0.85],
    [-1.1, 0.85],
  ],
  diamond: [
    [0, -1.25],
    [1.15, 0],
    [0, 1.25],
    [-1.15, 0],
  ],
};

export function symbolPath(g, kind, x, y, r) {
  g.beginPath();
  if (kind === 'disc') {
    g.arc(x, y, r, 0, 7);
  } else if (kind === 'tick') {
    g.rect(x - 1.5, y - r * 1.6, 3, r * 3.2);
  } else {
    CORNERS[kind].forEach(([dx, dy], i) =>
      i ? g.lineTo(x + dx * r, y + dy * r) : g.moveTo(x + dx * r, y + dy * r),
    );
    g.closePath();
  }
}

export function drawSymbol(g, pen, letter, x, y, r, hollow) {
  symbolPath(g, CITY[letter].symbol, x, y, r);
  g.lineWidth = 2;
  g.strokeStyle = hollow ? pen.cities[letter] : pen.ground;
  g.fillStyle = hollow ? pen.ground : pen.cities[letter];
  g.stroke();
  g.fill();
}
