import assert from 'node:assert/strict';
import { read, said } from './importRun';

const turnsOf = (json: unknown, name = 'result.json') =>
  said(read(name, typeof json === 'string' ? json : JSON.stringify(json))).map(([, ...rest]) => rest);
const toldIn = (json: unknown) => {
  const { remarks, leftOut, faults } = read('result.json', JSON.stringify(json));
  return [...faults, ...remarks, ...leftOut].map(({ reason }) => reason.key.replace('import.', ''));
};

const talk = [
  ['Rina Lestari', 'Selamat pagi, Bima.'],
  ['bima', 'Pagi, Bu.\nSaya telat.'],
  ['Rina Lestari', 'Apa kabar?'],
] as const;

describe('a chat in JSON', () => {
  it('is read from what Telegram exports: texts whose stretches are listed, and what the program says itself', () => {
    const of = (from: string, text: unknown, more: object = {}) => ({
      ...{ id: 1, type: 'message', date: '2026-03-12T09:00:10', from, from_id: 'user1', text },
      text_entities: [{ type: 'plain', text }],
      ...more,
    });
    const chat = {
      name: 'Bima',
      type: 'personal_chat',
      messages: [
        { id: 0, type: 'service', actor: 'Rina Lestari', action: 'phone_call', text: '', date: '2026-03-12' },
        of('Rina Lestari', 'Selamat pagi, Bima.'),
        of('bima', ['Saya sa', { type: 'bold', text: 'kit' }, ', lihat ', { type: 'link', text: 'a.id' }]),
        of('bima', '', { photo: 'photos/1.jpg' }),
      ],
    };
    assert.deepEqual(turnsOf(chat), [
      ['Rina Lestari', 'Selamat pagi, Bima.'],
      ['bima', 'Saya sakit, lihat a.id'],
    ]);
    const told = toldIn(chat);
    assert.ok(told.includes('left.stamps') && told.includes('left.no-words'), told.join());
  });

  it('is read from what Messenger exports: the newest first, and letters in bytes', () => {
    const messages = talk.map(([sender_name, content], at) => ({
      sender_name: `${sender_name} é`,
      timestamp_ms: 1_710_208_810_000 + at,
      content: `${content} 😊`,
    }));
    const text = JSON.stringify({ participants: [{ name: 'Rina' }], messages: messages.toReversed() });
    const inBytes = text.replace(/[^\0-\x7f]/gu, sign =>
      [...Buffer.from(sign)].map(byte => `\\u00${byte.toString(16).padStart(2, '0')}`).join(''),
    );
    assert.deepEqual(
      turnsOf(inBytes),
      talk.map(([name, words]) => [`${name} é`, `${words} 😊`]),
    );
  });

  it('is read from what Slack, Discord and others write: names in records, words under many keys', () => {
    const names = { 'Rina Lestari': 'U1', bima: 'U2' };
    const slack = talk.map(([real_name, text]) => ({
      ...{ type: 'message', user: names[real_name], ts: '1710208810.000100', text: `${text} &amp; ya` },
      user_profile: { real_name, display_name: '' },
    }));
    const joined = {
      type: 'message',
      subtype: 'channel_join',
      user: 'U3',
      ts: '1710208809.000100',
      text: 'U3 joined',
    };
    assert.deepEqual(
      turnsOf([joined, ...slack]),
      talk.map(([name, words]) => [name, `${words} & ya`]),
    );
    assert.ok(toldIn([joined, ...slack]).includes('left.of-program'));
    for (const of of [
      (name: string, words: string) => ({ author: { id: '1', name: 'x', nickname: name }, content: words }),
      (name: string, words: string) => ({ date: '2026-03-12', author: name, message: words }),
      (name: string, words: string) => ({ type: 'incoming', source: name, sent_at: 1, body: words }),
      (name: string, words: string) => ({ role: name, content: words }),
      (name: string, words: string) => ({ penutur: name, ujaran: words }),
    ]) {
      const messages = talk.map(([name, words]) => of(name, words));
      assert.deepEqual(turnsOf(messages), talk, JSON.stringify(messages[0]));
      assert.deepEqual(turnsOf({ title: 'Sesi', turns: messages }), talk);
      assert.deepEqual(turnsOf(messages.map(each => JSON.stringify(each)).join('\n'), 'a.jsonl'), talk);
    }
  });

  it('keeps times of a recording, where there are some', () => {
    const turns = [
      { speaker: 'T', utterance: 'Hi.', start_time: '0.5' },
      { speaker: 'C', utterance: 'Hello.', start_time: '1.25' },
    ];
    assert.deepEqual(said(read('a.json', JSON.stringify({ turns }))), [
      [500, 'T', 'Hi.'],
      [1250, 'C', 'Hello.'],
    ]);
  });

  it('is refused where there are several, or where somebody’s words stand elsewhere', () => {
    const messages = talk.map(([from, text]) => ({ from, text }));
    const all = {
      chats: {
        list: [
          { name: 'Bima', messages },
          { name: 'Tono', messages },
        ],
      },
    };
    assert.deepEqual(toldIn(all), ['several-talks']);
    assert.deepEqual(toldIn([...messages, { from: 'bima', content: 'Halo' }]), ['no-segments']);
  });
});
