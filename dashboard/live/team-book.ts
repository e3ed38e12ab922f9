import { signal } from '@preact/signals';
import type { Member, Team } from '../../shared/api/team.ts';
import { api, messageOf, read } from '../api.ts';

type Ports = {
  took(team: Team): void;
  failed(error: unknown): void;
};

/** Who is on the team, and who is invited; fetched anew whenever the log tells of a change. */
export class TeamBook {
  readonly value = signal<Team | null>(null);
  /** Why there is nothing to show yet; empty while nothing is wrong. */
  readonly problem = signal('');
  readonly #ports: Ports;
  #round = 0;

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  member(id: string): Member | undefined {
    return this.value.value?.members.find((one) => one.id === id);
  }

  /** Fetches it; an answer that a later one has overtaken is dropped. */
  async refresh(): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    this.problem.value = '';
    try {
      const { data } = await read(api.team.$get());
      if (round !== this.#round) return;
      this.value.value = data;
      this.#ports.took(data);
    } catch (error) {
      if (round === this.#round) this.problem.value = messageOf(error);
      this.#ports.failed(error);
    }
  }
}
