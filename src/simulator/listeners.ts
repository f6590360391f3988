import type { HostEvents } from './inside';

/** Who listens to what the host tells. */
export interface Listeners {
  /** Returns a function that ends the subscription. */
  on<E extends keyof HostEvents>(event: E, listener: (payload: HostEvents[E]) => void): () => void;
  emit<E extends keyof HostEvents>(event: E, payload: HostEvents[E]): void;
}

export function createListeners(): Listeners {
  const heard: { [E in keyof HostEvents]: Set<(payload: HostEvents[E]) => void> } = {
    recipientsChanged: new Set(),
    initializationContextChanged: new Set(),
    officeThemeChanged: new Set(),
  };
  return {
    on(event, listener) {
      heard[event].add(listener);
      return () => void heard[event].delete(listener);
    },
    emit(event, payload) {
      // A listener may end its subscription, or begin another, while it is being told.
      for (const listener of Array.from(heard[event])) listener(payload);
    },
  };
}
