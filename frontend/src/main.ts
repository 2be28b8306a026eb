import { mount } from 'svelte';
import App from './App.svelte';
import { readBoot } from './boot';
import { setLanguage } from './i18n';
import './styles/base.css';
import { Workspace } from './workspace.svelte';

const boot = readBoot();
setLanguage(boot.language);
mount(App, { target: document.getElementById('app')!, props: { workspace: new Workspace(boot) } });
