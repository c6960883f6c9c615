/** What `--help` prints for the commands on archives of elections with sealed ballots. */
export const englishArchiveHelp = {
  verify: `convite verify: checks everything in the archive of an election with sealed ballots

Usage
  npm run -s convite -- verify FILE.bel [options]
  npm run -s convite -- verify CONSULTATION.zip [--json | --protocol] [--lang es|en]

Makes every numbered check on the archive, from the bytes of the file to the published result: that nothing was taken
out, put in or changed; that every ballot is of a listed credential and keeps the rules; that the result is what the
ballots say. Then says ACCEPTED or REFUSED, every check with how often it was made, and every failure with its place.
It works with the archive alone, needs no network and believes nobody. Any stage of an election can be checked; before
the result is published it says so.

Of a consultation, or a part of its territories, it checks every archive, strictly, counts every contest again under its
frozen rule, draws its lots again from the public seed, compares and adds up by territory. The file brings all it needs.

Options
  --strict             also Convite’s own policy, which its own elections declare; archives of others need not pass it
  --side FILE          the side file with one strong proof for each decryption; --strict demands it once there are any
  --earlier OLD.bel    an archive of the same election that you kept before: the new one must begin with all of it
  --json               one JSON object with every check and every failure
  --protocol           of a consultation: its result protocol, byte for byte as the site has it, and nothing else
  --signature FILE     with --protocol and --key: the signature of the site; nothing is printed unless it holds
  --key FILE           the public key of that site, better from somebody who kept it than from the site
  --lang es|en         language; default from LC_ALL or LANG

Uses all cores and reads piece by piece, so an archive may be larger than memory. Progress is shown on a terminal;
Ctrl-C stops, and nothing is left behind.

Examples
  npm run -s convite -- verify election.bel
  npm run -s convite -- verify election.bel --earlier yesterday.bel
  npm run -s convite -- verify election.bel --strict --side election.side.json
  npm run -s convite -- verify election.bel --json > answer.json
  npm run -s convite -- verify consultation.zip
  npm run -s convite -- verify consultation.zip --protocol > protocol.json
  npm run -s convite -- verify consultation.zip --protocol --signature protocol.json.sig --key key.txt

Ends with 0 when the archive is accepted, 1 when it is refused, 2 when the file is no archive or cannot be read or the
command line cannot be followed, 4 when the program or the machine failed and there is no answer.
`,
  inspect: `convite inspect: shows an election with sealed ballots in plain words

Usage
  npm run -s convite -- inspect FILE.bel [options]

Shows what the archive says: the questions and their limits, who holds the key and how many of them are needed, how
many may vote and how many ballots there are, where the election stands and what may come next. The form of the file is
checked, no proof is: for that there is convite verify.

Options
  --events             every event of the board, and not the first and the last ones alone
  --lang es|en         language; default from LC_ALL or LANG

Ends with 0 when the election is shown, 1 when the archive is broken, 2 when the file is no archive or cannot be read or
the command line cannot be followed.
`,
} as const;
