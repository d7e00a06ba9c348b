import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import type { EntityManager, EntityTarget, ObjectLiteral, Repository } from 'typeorm';
import { DataSource } from 'typeorm';
import { NO_ORGANISATION, type Scope } from './scope.js';

/** Takes back what was done outside the database. */
type Undoing = () => Promise<void>;

interface Running {
  manager: EntityManager;
  scope: Scope;
  undoings: Undoing[];
}

/** A query was made outside a transaction: a fault of the program, never of the person. */
export class OutsideTransaction extends Error {
  override readonly name = 'OutsideTransaction';
}

/**
 * Runs units of work. Inside one, every repository speaks to the same transaction and row-level security
 * is set to the scope; a failure anywhere leaves nothing behind.
 */
@Injectable()
export class Transactions {
  private readonly running = new AsyncLocalStorage<Running>();

  constructor(private readonly source: DataSource) {}

  /**
   * Runs `work` in one transaction on behalf of `scope`. Inside another unit of work of the same
   * organisation it joins that one.
   *
   * @param reading `snapshot` shows the database as it was at one instant, however long the work takes.
   * @throws OutsideTransaction when it is nested in a unit of work of another organisation.
   */
  async run<T>(
    scope: Scope,
    work: () => Promise<T>,
    reading: 'latest' | 'snapshot' = 'latest',
  ): Promise<T> {
    const outer = this.running.getStore();
    if (outer) {
      if (outer.scope.organisationId !== scope.organisationId) {
        throw new OutsideTransaction('A unit of work cannot reach into another organisation.');
      }
      return work();
    }
    const undoings: Undoing[] = [];
    const inScope = async (manager: EntityManager) => {
      await manager.query(
        `select set_config('app.organisation', $1, true), set_config('app.person', $2, true)`,
        [scope.organisationId ?? '', scope.personId ?? ''],
      );
      try {
        return await this.running.run({ manager, scope, undoings }, work);
      } catch (error) {
        await undo(undoings);
        throw error;
      }
    };
    // The server's own default is READ COMMITTED: to say it costs a round trip each time.
    return reading === 'snapshot'
      ? this.source.transaction('REPEATABLE READ', inScope)
      : this.source.transaction(inScope);
  }

  /**
   * Has something outside the database taken back should the running unit of work fail: a file that was written.
   * Not where the commit itself fails: whether it took effect is not known then, and what its rows may need stays.
   *
   * @throws OutsideTransaction
   */
  onFailure(undoing: Undoing): void {
    this.current.undoings.push(undoing);
  }

  /**
   * Asks one question that belongs to no organisation: in the running unit of work where there is one,
   * else on its own, in one round trip. Tables under row-level security show nothing to it.
   */
  ask<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    const manager = this.running.getStore()?.manager ?? this.source.manager;
    return manager.query<Row[]>(sql, parameters);
  }

  /** Works on tables that belong to no organisation: inside the running unit of work where there is one. */
  async runUnscoped<T>(work: () => Promise<T>): Promise<T> {
    return this.running.getStore() ? work() : this.run(NO_ORGANISATION, work);
  }

  /** The manager of the running transaction. @throws OutsideTransaction */
  get manager(): EntityManager {
    return this.current.manager;
  }

  /** The repository of an entity in the running transaction. @throws OutsideTransaction */
  of<Row extends ObjectLiteral>(entity: EntityTarget<Row>): Repository<Row> {
    return this.manager.getRepository(entity);
  }

  /** Asks the running transaction in SQL. @throws OutsideTransaction */
  query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.manager.query<Row[]>(sql, parameters);
  }

  private get current(): Running {
    const current = this.running.getStore();
    if (!current) throw new OutsideTransaction('This needs a transaction: use Transactions.run.');
    return current;
  }
}

/** The last thing first. What cannot be taken back hides neither the rest nor why the work failed. */
async function undo(undoings: readonly Undoing[]): Promise<void> {
  for (const undoing of undoings.toReversed()) await undoing().catch(() => undefined);
}
