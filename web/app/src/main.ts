import { mount } from 'svelte';
import './style/index.css';
import App from './App.svelte';

mount(App, { target: document.getElementById('app') as HTMLElement });
