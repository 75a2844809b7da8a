import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import vue from 'eslint-plugin-vue';
import globals from 'globals';

export default [
  { ignores: ['.venv*/', 'node_modules/', 'docs/', 'out/', 'dist/', 'build/'] },
  js.configs.recommended,
  ...vue.configs['flat/vue2-recommended'],
  prettier,
  {
    languageOptions: { ecmaVersion: 2022, sourceType: 'module' },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      curly: ['error', 'multi-line'],
      eqeqeq: 'error',
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', { max: 30, skipBlankLines: true, skipComments: true }],
      'no-shadow': 'error',
      'no-use-before-define': ['error', { functions: false }],
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'prefer-template': 'error',
    },
  },
  {
    files: ['sim/dashboard/web/**'],
    languageOptions: { globals: globals.browser },
  },
  {
    files: ['sim/dashboard/web/**/*.vue'],
    rules: {
      'max-lines-per-function': 'off', // the options of a component are one object, its methods are functions
      'vue/multi-word-component-names': 'off',
      'vue/no-undef-properties': 'error',
      'vue/no-unused-properties': ['error', { groups: ['props', 'data', 'computed', 'methods'] }],
    },
  },
  {
    files: ['tests/web/**', 'experiments/**'],
    languageOptions: { globals: globals.node },
    rules: { 'max-lines-per-function': 'off' },
  },
];
