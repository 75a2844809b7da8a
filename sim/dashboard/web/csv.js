// The numbers of a trajectory as text, a row a week and city, under a head that says what they are.
import { seriesOf } from './frame.js';

// ``receipt``: { lines, scale, draft, mean } in the visitor's language.
export function csvOf(frame, view, receipt) {
  const rows = [['week', 'city', ...frame.outcomes]];
  for (const letter of frame.letters) {
    const series = frame.outcomes.map(id => seriesOf(frame, letter, id));
    for (let week = frame.first; week <= frame.last; week++) {
      const values = series.map(one => number(one[week - frame.first]));
      rows.push([week, letter === 'N' ? 'no change' : letter, ...values]);
    }
  }
  const head = headOf(frame, view, receipt).map(line => `# ${line}`);
  return [...head, ...rows.map(row => row.join(',')), ''].join('\n');
}

function headOf(frame, view, receipt) {
  const named = frame.letters.filter(letter => view.plates[letter]?.given);
  const scaled = frame.outcomes
    .map(id => view.outcomes[id])
    .filter(outcome => outcome && outcome.scale !== 1);
  const scales = scaled.map(outcome => `${outcome.id} × ${outcome.scale}`).join(', ');
  return [
    view.words.caution,
    ...named.map(letter => `${letter}: ${view.plates[letter].given}`),
    ...receipt.lines,
    ...(frame.runs > 1 ? [receipt.mean.replace('{n}', frame.runs)] : []),
    ...(frame.draft ? [receipt.draft.replace('{n}', frame.residents)] : []),
    `${receipt.scale}${view.words.colon} ${scales}`,
  ];
}

// As exact as 32 bits are; a missing value is empty.
function number(value) {
  return Number.isFinite(value) ? +value.toPrecision(7) : '';
}
