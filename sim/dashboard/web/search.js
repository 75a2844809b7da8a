// The controls whose words hold what is looked for, in their groups; a group's title finds all of it.
export function searched(groups, wanted) {
  const sought = wanted.trim().toLowerCase();
  const fits = (group, { label, help, name }) =>
    [group.title, label, help, name].some(text => text.toLowerCase().includes(sought));
  return groups
    .map(group => ({ ...group, controls: group.controls.filter(control => fits(group, control)) }))
    .filter(group => group.controls.length);
}
