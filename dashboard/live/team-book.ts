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

  /** A member as the server has just answered. */
  put(member: Member): void {
    const team = this.value.value;
    if (!team) return;
    const members = team.members.map((one) => (one.id === member.id ? member : one));
    this.#take({ ...team, members });
  }

  /** A member who is one no more. */
  remove(id: string): void {
    const team = this.value.value;
    if (team) this.#take({ ...team, members: team.members.filter((one) => one.id !== id) });
  }

  #take(team: Team): void {
    this.value.value = team;
    this.#ports.took(team);
  }

  /** Fetches it; an answer that a later one has overtaken is dropped. */
  async refresh(): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    this.problem.value = '';
    try {
      const { data } = await read(api.team.$get());
      if (round !== this.#round) return;
      this.#take(data);
    } catch (error) {
      if (round === this.#round) this.problem.value = messageOf(error);
      this.#ports.failed(error);
    }
  }
}
