/*
 * Fluent asks Microsoft's servers for its fonts as soon as it is loaded, unless it is told first
 * that there are none. So this module comes before any other of the page.
 */

declare global {
  interface Window {
    FabricConfig?: { readonly fontBaseUrl: string };
  }
}

window.FabricConfig = { fontBaseUrl: '' };

export {};
