import type { CompiledProtocol } from '../protocol/compiledProtocol';
import type { Stage } from '../protocol/schema';
import type { Slot } from './correspondence';
import { formBelow, type MarkForm, markLine } from './markForm';
import type { WrittenPlace } from './writtenPlace';

/** The parts of the note as they come together, by where they go. */
export class MovedBody {
  readonly #to: CompiledProtocol;
  readonly #form: MarkForm;
  readonly #language: string;
  readonly #top: string[] = [];
  readonly #written = new Map<string, string[]>();
  readonly #behind = new Map<string, string[]>();
  readonly #rest: string[] = [];
  #last: Stage | undefined;
  #hasStage = false;

  constructor(to: CompiledProtocol, form: MarkForm, language: string) {
    this.#to = to;
    this.#form = form;
    this.#language = language;
  }

  add({ place: { part, target }, mark, words }: WrittenPlace): void {
    if (target !== undefined) {
      this.#hasStage = true;
      if (words === '') return;
      this.#last = target.stage;
      append(this.#written, keyOf(target), mark, words);
    } else if (part.slot !== undefined) {
      this.#hasStage = true;
    } else if (this.#last !== undefined) {
      append(this.#behind, this.#last.id, words);
    } else {
      (this.#hasStage ? this.#rest : this.#top).push(words);
    }
  }

  /** The ids of the stages that something stands in. */
  get stages(): ReadonlySet<string> {
    const { stages } = this.#to.protocol;
    return new Set(stages.filter(stage => this.#stageParts(stage).length > 0).map(({ id }) => id));
  }

  get parts(): readonly string[] {
    const stages = this.#to.protocol.stages.flatMap(stage => [
      ...this.#stageParts(stage),
      ...(this.#behind.get(stage.id) ?? []),
    ]);
    return [...this.#top, ...stages];
  }

  /** What stood outside the stages behind one that has no place. */
  get rest(): readonly string[] {
    return this.#rest;
  }

  #stageParts(stage: Stage): readonly string[] {
    const direct = this.#written.get(keyOf({ stage, section: undefined })) ?? [];
    const sections = stage.sections.flatMap(section => {
      const words = this.#written.get(keyOf({ stage, section }));
      return words === undefined ? [] : [markLine(section, this.#language, formBelow(this.#form)), ...words];
    });
    if (direct.length === 0 && sections.length === 0) return [];
    return [markLine(stage, this.#language, this.#form), ...direct, ...sections];
  }
}

function keyOf({ stage, section }: Slot): string {
  return `${stage.id}/${section?.id ?? ''}`;
}

function append(lists: Map<string, string[]>, key: string, ...values: readonly string[]): void {
  const list = lists.get(key) ?? [];
  list.push(...values);
  lists.set(key, list);
}
