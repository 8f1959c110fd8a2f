import { type Message, message, type Titles, titleIn } from '../message';
import {
  type Choice,
  type Code,
  type Field,
  type Measure,
  type Protocol,
  type ProtocolGoal,
  type Section,
  type Stage,
  stepsOf,
} from '../protocol/schema';
import { unitWords } from '../protocol/unit';
import { fieldDemands, protocolDemands, sectionDemands, setDemand, stageDemands } from './demands';
import { escapeMarkdown, type Renderer } from './markdown';
import { rangeMessages } from './measureFacts';

/**
 * A protocol as a page of Markdown for people, one line end at its end. Nothing in it becomes markup. `origin` says
 * where it comes from.
 */
export function protocolMarkdown(protocol: Protocol, origin: Message, voice: Renderer): string {
  const page = new Page(voice);
  return `${page
    .of(protocol, origin)
    .filter(text => text !== '')
    .join('\n\n')}\n`;
}

class Page {
  readonly #voice: Renderer;

  constructor(voice: Renderer) {
    this.#voice = voice;
  }

  of(protocol: Protocol, origin: Message): readonly string[] {
    const { id, version, source, fields, measures, stages, atLeast, codes } = protocol;
    const facts = [
      `\`${id}\``,
      ...(version === undefined ? [] : [escapeMarkdown(String(version))]),
      this.#say(origin),
    ];
    return [
      `# ${this.#title(protocol.title)}`,
      facts.join(' · '),
      this.#text(protocol.description),
      source === undefined ? '' : `*${this.#say(message('describe.source'))}*: ${escapeMarkdown(source)}`,
      this.#demands(protocolDemands(protocol)),
      ...this.#under(
        message('describe.roles'),
        protocol.roles.flatMap(({ title, description }) =>
          description === undefined ? [] : [`- **${this.#title(title)}**: ${this.#text(description)}`],
        ),
        '\n',
      ),
      ...this.#under(
        message('describe.fields'),
        fields.map(field => this.#field(field, stages)),
        '\n',
      ),
      ...this.#under(
        message('describe.measures'),
        measures.map(measure => this.#measure(measure)),
        '\n',
      ),
      ...this.#under(
        message('describe.stages', { ...unitWords(protocol) }),
        stages.map(stage => this.#stage(stage, protocol)),
        '\n\n',
      ),
      ...atLeast.map(set => this.#say(setDemand(set, stages))),
      ...this.#under(
        message('describe.codes'),
        codes.map(code => this.#code(code)),
        '\n',
      ),
    ];
  }

  #measure(measure: Measure): string {
    const facts = rangeMessages(measure).map(said => this.#say(said));
    return `- \`${measure.id}\` ${[this.#title(measure.title), ...facts].join(' · ')}`;
  }

  #under(title: Message, parts: readonly string[], between: string): readonly string[] {
    return parts.length === 0 ? [] : [`## ${this.#say(title)}`, parts.join(between)];
  }

  #field(field: Field, stages: readonly Stage[]): string {
    const named = field.title === undefined ? '' : ` ${this.#title(field.title)}`;
    const values = field.choices.map(({ id }) => `\`${id}\``).join(', ');
    const facts = [
      ...fieldDemands(field, stages).map(each => this.#say(each)),
      ...(values === '' ? [] : [values]),
    ];
    return `- \`${field.id}\`${named} · ${facts.join(' · ')}`;
  }

  #stage(stage: Stage, protocol: Protocol): string {
    const { roles } = protocol;
    const position = stepsOf(protocol).indexOf(stage) + 1;
    const roleTitle = (id: string | undefined) => roles.find(role => role.id === id)?.title;
    const parts = [
      `### ${position === 0 ? '' : `${position}. `}${this.#title(stage.title)}`,
      this.#demands(stageDemands(stage)),
      this.#aliases(stage.aliases),
      this.#text(stage.description),
      ...this.#list(
        'describe.sections',
        stage.sections.map(section => this.#section(section, roleTitle(section.role))),
      ),
      ...stage.atLeast.map(set => this.#say(setDemand(set, stage.sections))),
      ...this.#list(
        'describe.goals',
        stage.goals.map(goal => this.#goal(goal, roleTitle(goal.role))),
      ),
      ...this.#list(
        'describe.techniques',
        stage.techniques.map(code => this.#code(code)),
      ),
    ];
    return parts.filter(text => text !== '').join('\n\n');
  }

  #list(
    label: 'describe.sections' | 'describe.goals' | 'describe.techniques',
    items: readonly string[],
  ): readonly string[] {
    return items.length === 0 ? [] : [`*${this.#say(message(label))}*`, items.join('\n')];
  }

  #section(section: Section, role: Titles | undefined): string {
    const owner = role === undefined ? [] : [this.#title(role)];
    const facts = [...owner, ...sectionDemands(section).map(each => this.#say(each))].join(' · ');
    const details = [
      this.#text(section.prompt),
      ...section.choices.map(choice => `- ${this.#choice(choice)}`),
    ].filter(text => text !== '');
    return [`- **${this.#title(section.title)}** · ${facts}`, ...details.map(text => `  ${text}`)].join('\n');
  }

  #choice({ title, closes, exclusive }: Choice): string {
    const marks = [
      ...(exclusive ? ['describe.exclusive' as const] : []),
      ...(closes ? ['describe.closes' as const] : []),
    ];
    return [this.#title(title), ...marks.map(key => this.#say(message(key)))].join(' · ');
  }

  #goal({ title, description }: ProtocolGoal, role: Titles | undefined): string {
    const parts = [
      this.#title(title),
      ...(role === undefined ? [] : [this.#title(role)]),
      this.#text(description),
    ];
    return `- ${parts.filter(text => text !== '').join(' · ')}`;
  }

  #code({ id, title, label, definition }: Code): string {
    const sign = label === undefined ? '' : `${escapeMarkdown(label)} `;
    const meaning = definition === undefined ? '' : `: ${this.#text(definition)}`;
    return `- **${sign}${this.#title(title)}** \`#${id}\`${meaning}`;
  }

  #aliases(aliases: Readonly<Record<string, readonly string[]>>): string {
    const own = aliases[this.#voice.language] ?? [];
    return own.length === 0
      ? ''
      : `*${this.#say(message('describe.aliases'))}*: ${own.map(escapeMarkdown).join(' · ')}`;
  }

  #demands(demands: readonly Message[]): string {
    return demands.map(each => this.#say(each)).join(' · ');
  }

  #say(text: Message): string {
    return escapeMarkdown(this.#voice.say(text));
  }

  #title(titles: Titles): string {
    return escapeMarkdown(titleIn(titles, this.#voice.language));
  }

  #text(titles: Titles | undefined): string {
    return titles === undefined ? '' : this.#title(titles);
  }
}
