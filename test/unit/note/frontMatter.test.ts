import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Note } from '../../../src/core/note/note';
import { parseNote } from '../../../src/core/note/parseNote';
import { builtinProtocols } from '../../../src/core/protocol/builtinProtocols';
import { protocolSet } from '../../../src/core/protocol/protocolSet';
import { allRanges } from './outlineWalk';
import { at, lines, read } from './workshop';

function note(...keys: readonly string[]): Note {
  return read(`---\n${lines(...keys)}\n---\n# Note\n`);
}

function faults(found: Note): readonly (readonly [key: string, place: string])[] {
  return found.frontMatter.faults.map(({ message, range }) => [message.key, at(found, range)]);
}

describe('reading the front matter of a note', () => {
  describe('fields', () => {
    it('are read under their names and aliases, known ones and those of the protocol', () => {
      const { frontMatter } = note(
        'protocol: workshop',
        'konseli: K-014',
        'Pertemuan: 3',
        'tanggal: 2026-03-12',
        'konselor: RA',
        'tahap: [opening]',
        'ruang: 2',
        'warna: biru',
      );
      assert.deepEqual(
        frontMatter.entries.map(({ field }) => field),
        ['protocol', 'client', 'session', 'date', 'counselor', 'stages', 'room', undefined],
      );
      assert.equal(frontMatter.protocols[0]?.value, 'workshop');
      assert.deepEqual(
        frontMatter.clients.map(({ value }) => value),
        ['K-014'],
      );
      assert.equal(frontMatter.session?.value, 3);
      assert.equal(frontMatter.date?.value, '2026-03-12');
      assert.equal(frontMatter.counselor?.value, 'RA');
      assert.deepEqual(
        frontMatter.stages?.map(({ value }) => value),
        ['opening'],
      );
    });

    it('are read under what forms call them, where nothing else is that field', () => {
      const fieldsOf = (...keys: readonly string[]) =>
        note(...keys).frontMatter.entries.map(({ field }) => field);
      assert.deepEqual(fieldsOf('Nama konseli: K-014', 'Pertemuan ke-: 1', 'Hari, tanggal: 2026-01-12'), [
        'client',
        'session',
        'date',
      ]);
      assert.deepEqual(fieldsOf('siswa: K-014', 'session no: 1', 'tgl: 2026-01-12', 'hobi: bola'), [
        'client',
        'session',
        'date',
        undefined,
      ]);
      const twice = note('client: K-014', 'session: 1', 'siswa: Budi', 'nama konseli: Budi');
      assert.deepEqual(faults(twice), []);
      assert.deepEqual(
        twice.frontMatter.clients.map(({ value }) => value),
        ['K-014'],
      );
    });

    it('for clients may name several codes without brackets, and one name as it stands', () => {
      const clientsIn = (value: string): readonly string[] => {
        const found = note(`client: ${value}`);
        return found.frontMatter.clients.map(client => {
          assert.equal(at(found, client.range), client.value);
          return client.value;
        });
      };
      for (const both of [
        'K-014, K-021',
        'K-014 dan K-021',
        'K-014 and K-021',
        'K-014; K-021',
        'K-014 & K-021',
      ])
        assert.deepEqual(clientsIn(both), ['K-014', 'K-021'], both);
      for (const one of [
        'Doe, John',
        'Ani dan Budi',
        'K-014/2026',
        'Kelas 9, B',
        '"K-014, K-021"'.slice(1, 6),
      ])
        assert.deepEqual(clientsIn(one), [one], one);
      assert.deepEqual(clientsIn('“K-014”'), ['K-014']);
      assert.deepEqual(
        note('client: "K-014, K-021"').frontMatter.clients.map(({ value }) => value),
        ['K-014, K-021'],
      );
    });

    it('with a fixed set of values take them in the words of each language', () => {
      const read = (key: string) => note(key).frontMatter;
      for (const value of ['tidak hadir', 'Tidak Hadir', 'DNA', 'absent', 'no show', 'alpa'])
        assert.equal(read(`kehadiran: ${value}`).attendance, 'no-show', value);
      for (const value of ['izin', 'dibatalkan', 'canceled'])
        assert.equal(read(`attendance: ${value}`).attendance, 'cancelled', value);
      assert.equal(read('kontak: orang tua').contact, 'parent');
      assert.equal(read('contact: Home visit').contact, 'home-visit');
      assert.equal(read('ditutup: dirujuk').closed, 'referred');
      assert.equal(read('status: draf').draft, true);
      assert.equal(read('attendance: entah').attendance, 'attended');
    });

    it('for stages may name several without brackets, each where it stands', () => {
      const stagesIn = (value: string): readonly string[] => {
        const text = `---\n${lines('protocol: four-stage', `stages: ${value}`)}\n---\n`;
        const { frontMatter, outline } = parseNote(text, {
          protocols: protocolSet(builtinProtocols()),
          defaultProtocol: 'soap',
        });
        const named = frontMatter.stages ?? [];
        for (const { value: name, range } of named)
          assert.equal(outline.text.slice(range.start, range.end), name);
        return named.map(({ value: name }) => name);
      };
      assert.deepEqual(stagesIn('exploration, planning'), ['exploration', 'planning']);
      assert.deepEqual(stagesIn('Exploration and Planning'), ['Exploration', 'Planning']);
      assert.deepEqual(stagesIn('eksplorasi dan perencanaan; penutup'), [
        'eksplorasi',
        'perencanaan',
        'penutup',
      ]);
      assert.deepEqual(stagesIn('2 & 3'), ['2', '3']);
      assert.deepEqual(stagesIn('eksplorasi dan perencanaan, , nothing'), [
        'eksplorasi',
        'perencanaan',
        'nothing',
      ]);
      assert.deepEqual(stagesIn('exploration, nothing'), ['exploration', 'nothing']);
      const title = 'Identifikasi dan eksplorasi masalah';
      assert.deepEqual(stagesIn(title), [title]);
      assert.deepEqual(stagesIn('words and more'), ['words and more']);
    });

    it('of text keep the source of the value', () => {
      for (const text of ['014', '12E3', '0x1F', 'yes', '1_000', '.5', '2026-03-12']) {
        assert.equal(note(`client: ${text}`).frontMatter.clients[0]?.value, text);
        assert.equal(note(`client: "${text}"`).frontMatter.clients[0]?.value, text);
      }
    });

    it('that are null, blank or absent are missing', () => {
      for (const text of ['', '~', 'null', '""', "'  '", '# only a comment', '[]', '[~]']) {
        const { frontMatter } = note(`client: ${text}`, 'session: 1');
        assert.deepEqual(frontMatter.clients, [], text);
        assert.deepEqual(frontMatter.entries[0]?.values, [], text);
        assert.equal(frontMatter.session?.value, 1);
      }
    });

    it('of lists take a single value, and lists in either style', () => {
      const clients = (text: string) => note(text).frontMatter.clients.map(({ value }) => value);
      assert.deepEqual(clients('client: K-014'), ['K-014']);
      assert.deepEqual(clients('client: [K-014, C-7]'), ['K-014', 'C-7']);
      assert.deepEqual(clients('client:\n  - K-014\n  - ~\n  - C-7'), ['K-014', 'C-7']);
      assert.deepEqual(clients('client: { a: b }'), []);
    });

    it('with values that they cannot have are as if absent, and stay to be seen', () => {
      const { frontMatter } = note(
        'session: three',
        'date: 2026-02-30',
        'kind: novel',
        'attendance: late',
        'contact: fax',
        'closed: yes',
        'language: Bahasa Indonesia',
        'status: done',
      );
      const { session, date, kind, attendance, contact, closed, language, draft } = frontMatter;
      assert.deepEqual(
        { session, date, kind, attendance, contact, closed, language, draft },
        {
          session: undefined,
          date: undefined,
          kind: 'note',
          attendance: 'attended',
          contact: undefined,
          closed: undefined,
          language: undefined,
          draft: false,
        },
      );
      assert.equal(frontMatter.entries.length, 8);
    });

    it('with fixed values take them in any case', () => {
      const { frontMatter } = note(
        'kind: Transcript',
        'attendance: no-show',
        'contact: home-visit',
        'closed: referred',
        'language: ID',
        'status: draft',
      );
      assert.equal(frontMatter.kind, 'transcript');
      assert.equal(frontMatter.attendance, 'no-show');
      assert.equal(frontMatter.contact, 'home-visit');
      assert.equal(frontMatter.closed, 'referred');
      assert.equal(frontMatter.language, 'id');
      assert.equal(frontMatter.draft, true);
    });

    it('have their places in the text, whatever ends its lines', () => {
      for (const eol of ['\n', '\r\n', '\r']) {
        for (const mark of ['', '\ufeff']) {
          const found = read(
            mark + ['---', 'client: "K" # c', 'stages:', '  - a b', 'x:', '---', ''].join(eol),
          );
          const values = found.frontMatter.entries.map(entry => ({
            key: at(found, entry.keyRange),
            value: at(found, entry.valueRange),
            values: entry.values.map(({ range }) => at(found, range)),
          }));
          assert.deepEqual(values, [
            { key: 'client', value: '"K"', values: ['"K"'] },
            { key: 'stages', value: '- a b', values: ['a b'] },
            { key: 'x', value: '', values: [] },
          ]);
          const nothing = found.frontMatter.entries[2];
          assert.ok(nothing);
          assert.equal(found.outline.text.slice(nothing.keyRange.start, nothing.valueRange.start), 'x:');
        }
      }
    });
  });

  describe('the protocol', () => {
    it('is that of the front matter, else the default', () => {
      assert.equal(note('protocol: workshop').protocolId, 'workshop');
      assert.equal(note('protocol: " other "').protocolId, 'other');
      assert.equal(note('protocol: other').protocol, undefined);
      assert.equal(note('client: K').protocolId, 'workshop');
      assert.equal(read('# No front matter\n').protocolId, 'workshop');
    });

    it('says what other keys mean even where it stands last', () => {
      assert.equal(note('ruang: 2', 'protocol: workshop').frontMatter.entries[0]?.field, 'room');
      assert.equal(note('ruang: 2', 'protocol: other').frontMatter.entries[0]?.field, undefined);
    });
  });

  describe('faults', () => {
    it('name a front matter that is not closed, and read what stands above the first blank line', () => {
      for (const eol of ['\n', '\r\n', '\r']) {
        const text = lines(
          '---',
          'protocol: workshop',
          'client: K',
          '',
          '## Opening the session',
          '',
          '{}}[',
          '',
        );
        const found = read(text.replaceAll('\n', eol));
        assert.deepEqual(faults(found), [['front-matter.unclosed', '---']]);
        assert.equal(found.frontMatter.clients[0]?.value, 'K');
        assert.equal(found.frontMatter.entries.length, 2);
      }
    });

    it('do not name lines of a note as keys that stand twice where the front matter is not closed', () => {
      const text = lines('---', 'protocol: workshop', 'client: K', '## Opening', 'a', '## Working', 'a', '');
      assert.deepEqual(faults(read(text)), [['front-matter.unclosed', '---']]);
    });

    it('name what is no YAML at its place, and read the rest', () => {
      assert.deepEqual(faults(note('client: K', '\tsession: 3', 'date: 2026-03-12')), [['yaml.tab', '\t']]);
      const found = note('client: K', 'a: b: c', 'session: 3');
      assert.equal(found.frontMatter.faults.length, 1);
      assert.equal(found.outline.lines.positionAt(found.frontMatter.faults[0]?.range.start ?? 0).line, 2);
      assert.equal(found.frontMatter.clients[0]?.value, 'K');
    });

    it('name what is no list of keys', () => {
      assert.deepEqual(faults(note('- a', '- b')), [['front-matter.not-a-map', '- a\n- b']]);
      assert.deepEqual(faults(note('just words')), [['front-matter.not-a-map', 'just words']]);
      assert.deepEqual(faults(note('')), []);
      assert.deepEqual(faults(note('# only a comment')), []);
    });

    it('name a second key, also one that means the same field; the first one counts', () => {
      const found = note('client: A', 'konseli: B', 'x: 1', 'x: 2', '__proto__: 1', '__proto__: 2');
      assert.deepEqual(faults(found), [
        ['front-matter.duplicate-key', 'konseli'],
        ['front-matter.duplicate-key', 'x'],
        ['front-matter.duplicate-key', '__proto__'],
      ]);
      assert.equal(found.frontMatter.clients[0]?.value, 'A');
    });

    it('name aliases that stand for too much, for themselves or for nothing; others are followed', () => {
      const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
      for (const [name, inner] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf', 'hg', 'ih'].map(pair => [...pair])) {
        bomb.push(`${name}: &${name} [${Array(9).fill(`*${inner}`).join(', ')}]`);
      }
      assert.deepEqual(
        faults(note(...bomb)).map(([key]) => key),
        ['front-matter.aliases'],
      );
      assert.deepEqual(faults(note('a: &a [*a]')), [['front-matter.aliases', '*a']]);
      assert.deepEqual(
        faults(note('client: *nobody')).map(([key]) => key),
        ['front-matter.aliases'],
      );
      const followed = note('mine: &k K-014', 'client: *k', 'all: &all [a, b]', 'stages: *all');
      assert.deepEqual(faults(followed), []);
      assert.equal(followed.frontMatter.clients[0]?.value, 'K-014');
      assert.deepEqual(
        followed.frontMatter.stages?.map(({ value }) => value),
        ['a', 'b'],
      );
    });

    it('name what is too large, has too many keys or is nested too deep', () => {
      assert.deepEqual(faults(note(`client: ${'x'.repeat(70_000)}`)), [['front-matter.too-large', '---']]);
      const many = note(...Array.from({ length: 1001 }, (_, index) => `k${index}: 1`));
      assert.deepEqual(faults(many), [['front-matter.too-many-keys', 'k1000']]);
      assert.equal(many.frontMatter.entries.length, 1000);
      for (const nest of ['[', '{a: ', '- ', '? ']) {
        assert.deepEqual(faults(note(`a: ${nest.repeat(10_000)}`)).length, 1, nest);
      }
    });

    it('are none where keys are odd, tagged or merged: they are the user’s own', () => {
      const found = note(
        '__proto__: { polluted: true }',
        'constructor: x',
        '? [a, b]',
        ': z',
        '42: w',
        '~: v',
        'base: &b { a: 1 }',
        'more: { <<: *b }',
        'tagged: !mine x',
        'client: !!str 014',
      );
      assert.deepEqual(faults(found), []);
      assert.equal(found.frontMatter.clients[0]?.value, '014');
      assert.equal(Object.hasOwn(Object.prototype, 'polluted'), false);
    });
  });

  it('gives a result for any text, with all places inside', () => {
    const yaml = fc.array(
      fc.oneof(
        fc.constantFrom(
          'a: ',
          '- ',
          '? ',
          ': ',
          '&a ',
          '*a',
          '!!int ',
          '!x ',
          '{',
          '}',
          '[',
          ']',
          ', ',
          '"',
          "'",
        ),
        fc.constantFrom(
          '\n',
          '\r',
          '\r\n',
          '  ',
          '\t',
          '|',
          '>',
          '#',
          '%YAML 1.1',
          '\\U00FFFFFF',
          '\\x',
          '<<: ',
        ),
        fc.string({ unit: 'binary', maxLength: 3 }),
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(yaml, pieces => {
        const found = read(`---\n${pieces.join('')}\n---\n`);
        for (const { start, end } of allRanges(found.frontMatter)) {
          assert.ok(start >= 0 && start <= end && end <= found.outline.text.length);
        }
      }),
      { numRuns: 3000 },
    );
  });
});
