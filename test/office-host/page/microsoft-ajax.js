/*
 * What Microsoft's office.js needs of MicrosoftAjax.js, which it loads from ajax.aspnetcdn.com and
 * which is not part of its npm package. Written from the list of names the library touches, not from
 * Microsoft's file: just enough for an add-in page to start.
 */
(function () {
  'use strict';

  window.Type = Function;

  Type.registerNamespace = function (path) {
    path.split('.').reduce(function (parent, name) {
      parent[name] = parent[name] || {};
      return parent[name];
    }, window);
  };

  Function.prototype.registerClass = function (name) {
    this.__typeName = name;
    return this;
  };

  // The library checks its own inner calls with these; null means that nothing is wrong.
  Function._validateParams = function () {
    return null;
  };
  Function._validateParameter = function () {
    return null;
  };

  function error(name, describe) {
    return function (first, second, third, fourth) {
      const made = new Error('Sys.' + name + ': ' + describe(first, second, third, fourth));
      made.name = 'Sys.' + name;
      return made;
    };
  }
  Error.argument = error('ArgumentException', (parameter, message) => (message || 'not in the expected range') + ' ' + (parameter || ''));
  Error.argumentNull = error('ArgumentNullException', (parameter, message) => (message || 'cannot be null') + ' ' + (parameter || ''));
  Error.argumentOutOfRange = error('ArgumentOutOfRangeException', (parameter, _value, message) => (message || 'out of range') + ' ' + (parameter || ''));
  Error.argumentType = error('ArgumentTypeException', (parameter, _actual, _expected, message) => (message || 'wrong type') + ' ' + (parameter || ''));
  Error.argumentUndefined = error('ArgumentUndefinedException', (parameter, message) => (message || 'cannot be undefined') + ' ' + (parameter || ''));
  Error.parameterCount = error('ParameterCountException', (message) => message || 'wrong number of parameters');
  Error.invalidOperation = error('InvalidOperationException', (message) => message || 'not possible now');
  Error.notImplemented = error('NotImplementedException', (message) => message || 'not there');

  function StringBuilder(start) {
    this.pieces = start === undefined ? [] : [start];
  }
  StringBuilder.prototype.append = function (text) {
    this.pieces.push(text);
    return this;
  };
  StringBuilder.prototype.toString = function () {
    return this.pieces.join('');
  };

  window.Sys = {
    StringBuilder: StringBuilder,
    Serialization: {
      JavaScriptSerializer: {
        serialize: (value) => JSON.stringify(value),
        deserialize: (text) => JSON.parse(text),
      },
    },
    Debug: { trace: (text) => console.debug(text) },
    Browser: { agent: 'Chromium', InternetExplorer: 'InternetExplorer', version: 0, name: 'Chromium' },
  };
})();
