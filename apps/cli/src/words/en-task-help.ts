/** What `--help` prints for the offline tools. */
export const englishTaskHelp = {
  registrar: `convite registrar: makes the codes that people vote with, from a roll, without a network

Usage
  npm run -s convite -- registrar credentials --roll ROLL.csv --election ELECTION.json --out FOLDER [options]
  npm run -s convite -- registrar consultation --order ORDER.json --roll ROLL.csv --salt SALT.txt --out FOLDER
  npm run -s convite -- registrar replace FOLDER --id ID --out FOLDER
  npm run -s convite -- registrar check FOLDER [--archive FILE] [--order ORDER.json]

Whoever has a code can vote with it. So the codes are made here, by somebody who does not run the voting site, and
nothing of them leaves this machine but their public part.

credentials            a code for each line of the roll, and spares
  --roll ROLL.csv      a CSV file in UTF-8 with a line of headings and a column “id”; a column “name” goes on the slips
  --election FILE      the election (election.json); or, before there is one, both of
  --uuid UUID --group GROUP
  --out FOLDER         a new folder for the four files below
  --spares N           so many codes more, for late additions and lost letters; their number is public. Default 0
  --weights COLUMN     how often each person's vote counts; not where ballots are shuffled
  --form long|checked  long (22 signs, the default), or checked (15 signs, the last one shows typing errors)

  public_creds.json          publish: the public parts, in an order that says nothing
  PUBLISH-credentials.json   publish: how many, and the SHA-256 of the file above
  PRIVATE-credentials.csv    whose code is which: for handing out again, until the vote ends
  PRIVATE-slips.html         a slip for each person: open in a browser, print, cut, put in envelopes

check FOLDER           makes all public parts again from the private list and compares; with --archive, with what the
                       archive of the election has published too (--side FILE, where its side file is elsewhere).
                       For a folder of “consultation” the archive may be one of an election or of the whole
                       consultation, and --order compares with the order that the site shows today

consultation           for a whole consultation: ONE code for each person, for all papers of that person
  --order order.json   the order of credentials, from the site
  --roll roll.csv      the frozen roll, as the site hands it out
  --salt FILE          the 64 digits that you were shown when the roll was frozen: so you know that it is the same roll
  --out FOLDER         a new folder: upload.jsonl to bring to the site, and what is private
  --sheets KIND        both (the default), letters (A4, one a page), slips (four a page) or none
  --threads N          processors to use; default all

replace FOLDER         gives the next spare to somebody who lost a letter
  --id ID              whose letter was lost, by the id of the roll
  --out FOLDER         a new folder: replacement.json to bring to the site, and the new letter
  --territory CODE     for somebody who was added to the roll after the freezing: where; with --name and --language

  --lang es|en         language, also of the slips; default from LC_ALL or LANG

A roll with any error is refused line by line, and then nothing is written. Nothing is ever overwritten.

Ends with 0 when it is done, 1 when the lists differ, 2 when a file or the command line cannot be used, 4 when the
program failed.
`,
  trustee: `convite trustee: what somebody does who holds a key to the sealed ballots, without a network

Usage
  npm run -s convite -- trustee TASK [options]

A trustee never opens a ballot: only what all ballots make together, or ballots that were shuffled, and only together
with the others. Each task says what to do next.

One key of several, of which some are enough (a ceremony; everybody puts files into one FOLDER and gets those of all)
  ceremony certificate --group G --trustees 2of3 --member N --name NAME --folder FOLDER
                       step 1: introduces you; keeps NAME.secret.json, which is yours alone
  ceremony deal --key NAME.secret.json --folder FOLDER
                       step 2: deals everybody a part, sealed
  ceremony share --key NAME.secret.json --folder FOLDER
                       step 3: checks what all have dealt, names who cheated, and makes NAME.key.json
A key by itself, without which nothing is decrypted
  key --group G --name NAME --out FOLDER
For both
  assemble --out trustees.json [--folder FOLDER] [--single trustee-NAME.json]…
                       the list of trustees, to be published
  rehearse --trustees trustees.json --key NAME.key.json
                       decrypts a test ballot with the stored key: before the vote opens, and before it ends
  rehearse --trustees trustees.json rehearsal-*.json
                       who has rehearsed, and who has not
  backup --key NAME.key.json --to FOLDER --to FOLDER [--paper FILE] [--words es|en]
                       copies on two media, read again and compared, and a sheet with the key in words
  restore [WORDS.txt] --trustees trustees.json --out NAME.key.json [--words es|en]
                       the key again from those words, from a file or typed; --public trustee-NAME.json for a single key
  status --key NAME.key.json [--trustees trustees.json] [--archive FILE.bel]
                       what this key is, and what the election waits for
After the vote
  pass WORK.zip --key NAME.key.json --out ANSWER.zip
                       all contests of a consultation in one go: checks, shuffles, decrypts; goes on after a break
  shuffle --archive FILE.bel --key NAME.key.json [--out FOLDER]
  decrypt --archive FILE.bel --key NAME.key.json [--out FOLDER]
                       check the whole archive first, and write one file to hand in

  --side FILE          the side file of the archive, where it does not stand beside it
  --rehearsal          this is practice: archives and keys of simulations are refused without it; --owner N then says
                       whose key of a simulation's private file is meant
  --own-shuffle FILE   a shuffle of yours from another machine: an archive that names you for one that this key did not
                       make is refused
  --group G            Ed25519, BELENIOS-2048 or RFC-3526-2048
  --lang es|en         language; default from LC_ALL or LANG

A key decrypts one thing alone of each election; asked again it gives the same. Nothing is ever overwritten, and nothing
half-written is left. Key files can be read by you alone (mode 600).

Ends with 0 when it is done, 1 when what others made is refused or a rehearsal is not complete, 2 when a file or the
command line cannot be used, 4 when the program failed.
`,
  ballot: `convite ballot: a sealed ballot from the command line, and looking for one

Usage
  npm run -s convite -- ballot cast --archive FILE.bel --credential-file CODE.txt --choose --out BALLOT.json
  npm run -s convite -- ballot tracker BALLOT.json
  npm run -s convite -- ballot check --archive FILE.bel --tracker TRACKER

cast                   seals a ballot on this machine; it counts once it stands on the board
  --archive FILE.bel   the election with its list of codes; or --election ELECTION.json, which knows no list
  --credential-file F  a file with your code; without it, or with -, the code is read from standard input. A code is
                       never taken from the command line, which others on the machine can see
  --choose             asks question after question
  --choices LISTS      the choices as numbers, a list for each question: '[[1,0],[5]]'
  --out BALLOT.json    the ballot, to be handed in
tracker                makes the tracker of a ballot again, from the file alone
check                  whether a ballot stands on the board, where, and whether it is the one that counts
  --tracker TRACKER    at least its first 12 signs; spaces do not matter

  --side FILE          the side file of the archive, where it does not stand beside it

  --lang es|en         language; default from LC_ALL or LANG

Ends with 0 when it is done or found, 1 when the ballot is not there or the archive is refused, 2 when a file or the
command line cannot be used, 4 when the program failed.
`,
  board: `convite board: a whole election by files, for whoever keeps its archive, without a server

Usage
  npm run -s convite -- board election --questions QUESTIONS.json --trustees trustees.json --out election.json
  npm run -s convite -- board open --election election.json --trustees trustees.json --credentials public_creds.json
                        --out FILE.bel
  npm run -s convite -- board add FILE.bel FILE…     ballots, shuffles, decryptions
  npm run -s convite -- board close FILE.bel         ends the vote; publishes the encrypted tally
  npm run -s convite -- board end-shuffles FILE.bel  where ballots are shuffled
  npm run -s convite -- board result FILE.bel        once enough trustees have decrypted

Each makes every check on the archive before and after: what would not pass is refused, and the archive stays as it
was. Decryptions bring their part of the side file, which stands beside the archive (FILE.side.json) unless --side says
where.

QUESTIONS.json: {"name": "…", "description": "…", "questions": [ … ]}, each question one of
  {"question": "…", "answers": ["…"], "min": 0, "max": 2, "blank": true}    added up while sealed
  {"question": "…", "approvals": ["…"]}                                     shuffled: any of these
  {"question": "…", "ranking": ["…"], "ranks": 3}                           shuffled: the best first
  {"question": "…", "points": ["…"], "most": 5}                             shuffled: 0 to 5 points each
Beside the questions "rules" may hold the SHA-256 of the rule set by which the result is counted.

  --lang es|en         language; default from LC_ALL or LANG

Ends with 0 when it is done, 1 when something does not pass, 2 when a file or the command line cannot be used, 4 when
the program failed.
`,
} as const;
