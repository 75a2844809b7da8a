// How values are written, in the page's language and with the outcome's digits.
const FORMATS = {}; // making a format costs more than using it, and a playing chart writes thousands of numbers

function formatOf(language, digits) {
  const key = `${language} ${digits}`;
  FORMATS[key] ||= new Intl.NumberFormat(language, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return FORMATS[key];
}

export function formatNumber(value, outcome, language) {
  if (!Number.isFinite(value)) return '–';
  return formatOf(language, outcome.digits)
    .format(value * outcome.scale)
    .replace(/^-(?=[0.,]*$)/, '') // what rounds to 0 has no sign
    .replace('-', '−');
}

// What stands beside the title of the chart: the unit, of how many runs the lines are, a mark where one is due.
export function unitTold(outcome, frame, words, near) {
  const many = frame && frame.runs > 1;
  const runs = many ? words.mean_runs.replace('{n}', frame.runs) : words.one_run;
  return [outcome.unit, runs, near].filter(Boolean).join(' · ');
}
