import type { ChangedPart, FilePlace, Level, TerritoryProblem } from '@convite/domain';
import type { TerritoriesMessages } from '../es/territories.ts';
import type { Format } from '../format.ts';
import { pluralOf } from '../plural.ts';

const plural = pluralOf('en');

const levels: Readonly<Record<Level, string>> = {
  nation: 'Nation',
  region: 'Region',
  municipality: 'Municipality',
  commune: 'Commune or circuit',
  sector: 'Sector',
};

const parts: Readonly<Record<ChangedPart, string>> = {
  name: 'name',
  level: 'level',
  parent: 'parent',
  population: 'population',
  outline: 'outline',
};

const place = ({ kind, number }: FilePlace, f: Format): string => `${kind} ${f.count(number)}`;

/** What is wrong, and how to go on. */
function problem(p: TerritoryProblem['problem'], f: Format): string {
  switch (p.type) {
    case 'no_rows':
      return 'There is no row with data. Check that it is the right file.';
    case 'missing_column':
      return `The column “${p.column}” is missing. The file has: ${f.list(p.found.map((name) => `“${name}”`))}. Give that heading to the column that holds it.`;
    case 'repeated_column':
      return `The column “${p.column}” is there twice. Leave one.`;
    case 'broken_quotes':
      return 'The quotes of this row do not close, or something follows them. What comes after was not read. Mend the row and bring the file again.';
    case 'not_text':
      return 'This is no table of text. Save it as “CSV UTF-8”.';
    case 'spreadsheet':
      return 'This is a workbook of a spreadsheet program. Open it and save it as “CSV UTF-8”.';
    case 'not_geojson':
      return 'It begins like GeoJSON but is no FeatureCollection in UTF-8. Export it again from your map program.';
    case 'no_features':
      return 'The collection has no features.';
    case 'too_many':
      return `There are more than ${f.count(p.most)} territories. Bring the file in parts.`;
    case 'bad_feature':
      return 'The feature has no properties. Each needs a code, a level and a name.';
    case 'row_width':
      return `The row has ${f.count(p.found)} cells and there are ${f.count(p.expected)} headings. Often a separator is missing or too many: put the text that holds it between quotes.`;
    case 'no_code':
      return 'The code is missing.';
    case 'no_name':
      return 'The name is missing.';
    case 'no_level':
      return 'The level is missing.';
    case 'unknown_level':
      return `The level “${p.found}” is not known. Write one of these: nation, region, municipality, commune, sector.`;
    case 'bad_population':
      return `The population “${p.found}” is no whole number. Write it in digits alone.`;
    case 'strange_sign':
      return `The column “${p.column}” has an invisible sign (${p.sign}). Type the cell again by hand.`;
    case 'lost_sign':
      return `The column “${p.column}” has lost letters: the encoding is not the one that was read. Save the file as “CSV UTF-8”, or choose the encoding.`;
    case 'too_long':
      return `The column “${p.column}” is longer than ${f.count(p.most)} characters.`;
    case 'repeated_code':
      return `The code “${p.code}” is already in ${place(p.first, f)}. Each code stands once.`;
    case 'unknown_parent':
      return `The parent code “${p.parent}” is neither in the file nor among the stored territories. Add it, or mend the code.`;
    case 'circle':
      return `These territories contain one another in a circle: ${p.codes.join(' → ')}. Mend the parent code of one of them.`;
    case 'level_not_below':
      return `A territory of level “${levels[p.level]}” cannot be inside “${p.parent}”, which is of level “${levels[p.parentLevel]}”.`;
    case 'level_not_above':
      return `As “${levels[p.level]}” it cannot contain “${p.child}”, stored as “${levels[p.childLevel]}”.`;
    case 'repeated_name':
      return `“${p.name}” is already the name of “${p.other}”, which is in the same territory. Tell them apart, by a number for example.`;
    case 'outline_kind':
      return `The outline is of type “${p.found}”. It must be Polygon or MultiPolygon, or there must be none.`;
    case 'outline_shape':
      return 'The outline does not have the form of a polygon of GeoJSON. Export it again from your map program.';
    case 'ring_short':
      return 'A ring of the outline needs three different points at least, and the first one again at the end.';
    case 'ring_open':
      return 'A ring of the outline does not close: its last point must equal its first.';
    case 'position_off_earth':
      return `The point ${p.at} is not on the earth. GeoJSON writes longitude (−180 to 180) first and latitude (−90 to 90) second, in degrees.`;
    case 'ring_crosses':
      return `The outline crosses or touches itself near ${p.at}. Repair it with your map program.`;
    case 'outline_too_fine':
      return `The outline has too many points to be checked (${f.count(p.most)} at most, fewer if it is very tangled). Simplify it with your map program.`;
  }
}

/** The tree of territories and bringing it. */
export const territories = (f: Format): TerritoriesMessages => ({
  levels,
  title: 'Territories',
  lead: 'The tree of places that this installation knows, from the nation down to the sector. Consultations, the rights of staff and the roll rest on it.',
  empty: 'There are no territories yet. Bring a table or a map to begin.',
  importGo: 'Bring territories',
  search: 'Search by name or code',
  searchGo: 'Search',
  found: (n, words) =>
    plural(n, { one: `One territory with “${words}”`, other: `${f.count(n)} territories with “${words}”` }),
  foundMore: (n) => `The first ${f.count(n)} are shown. Write more to narrow it down.`,
  roots: 'Roots',
  inside: 'Inside',
  nothingInside: 'It has no territories inside.',
  level: 'Level',
  code: 'Code',
  name: 'Name',
  population: 'Population',
  below: 'Territories inside',
  unknown: 'not known',
  outline: 'Outline',
  outlineYes: 'stored',
  outlineNo: 'none',
  range: (from, to, all) => `${f.count(from)} to ${f.count(to)} of ${f.count(all)}`,
  before: 'Earlier ones',
  after: 'Next ones',
  exports: 'Take the tree along',
  exportsRail: 'All of it, with codes as their source writes them. The same file can be brought again.',
  exportCsv: 'Table (CSV)',
  exportGeoJson: 'Map (GeoJSON)',

  bringTitle: 'Bring territories',
  bringLead: 'The whole file is checked, and you see what it would change. Nothing changes until you apply it.',
  file: 'Table in CSV, or map in GeoJSON',
  fileHint: (size) =>
    `Up to ${size}. Columns: code, parent code, level, name and, if you have it, population. Headings may be in Spanish or English.`,
  fileMissing: 'Choose a file.',
  fileTooLarge: (size) => `The file is larger than ${size}. Simplify the outlines, or bring it in parts.`,
  fileBroken: 'The file did not arrive whole. Bring it again.',
  fileTooSlow: 'Checking the file took too long. Simplify the outlines, or bring it in parts.',
  fileProblems: (n) =>
    plural(n, {
      one: 'There is a problem in the file. Nothing was stored.',
      other: `There are ${f.count(n)} problems in the file. Nothing was stored.`,
    }),
  check: 'Check the file',

  place: (at) => (at.kind === 'line' ? `Line ${f.count(at.number)}` : `Feature ${f.count(at.number)}`),
  problem: (p) => problem(p, f),

  previewTitle: 'What would change',
  previewFrom: (name) => `File “${name}”`,
  previewCounts: (added, changed) =>
    added + changed === 0
      ? 'The file changes nothing: all that it says is stored already.'
      : `${f.count(added)} would be added and ${f.count(changed)} would change.`,
  previewSame: (same, untouched) =>
    `${f.count(same)} of the file stay the same, and so do ${f.count(untouched)} that are not in it.`,
  previewIgnored: (names) => `These columns are not used: ${f.list(names)}.`,
  added: (n) => `Would be added (${f.count(n)})`,
  changed: (n) => `Would change (${f.count(n)})`,
  changes: 'Changes',
  change: (part: ChangedPart, from, to) => `${parts[part]}: ${from} → ${to}`,
  changeOutline: `new ${parts.outline}`,
  listed: (n) => `The first ${f.count(n)} are shown.`,
  apply: 'Apply',
  applyNothing: 'Back to the territories',
  refusals: {
    gone: 'This file was applied already, or forgotten: it is kept for a day. Bring it again.',
    no_longer_fits: 'The territories changed since you brought the file, and it no longer fits. See below where.',
  },
  movesInUse: (codes) =>
    `What is in use cannot be moved: ${f.list(codes)}. Rights, votes or people of the roll stand on it and would move along. Remove them first, or leave the parent code as it is.`,
  goneTitle: 'This file is not here any more',
});
