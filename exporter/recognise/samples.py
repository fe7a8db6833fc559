"""A sample in kramdown for every pattern: printed in the README's table of how notes are read, and run as a test."""

from __future__ import annotations

from typing import Final

SAMPLES: Final[dict[str, str]] = {
    "reference-section": "## 참고\n\n- 도커 입문, 어느 출판사\n",
    "option-heading": "#### --rm\n\n끝나면 컨테이너를 지운다.\n",
    "command-heading": "### tar - 파일 묶기\n\n여러 파일을 하나로 묶는다.\n",
    "no-card": "`docker ps` : 컨테이너 목록을 본다\n{: .no-card}\n",
    "asked": '태그 하나에 이미지는 하나뿐이다.\n{: .card q="태그 하나에 연결되는 이미지는 몇 개인가?"}\n',
    "said": "kgp : 파드 목록을 본다\n{: .command}\n",
    "said-example": "```\nkgp -A\n```\n{: .example}\n",
    "reference-list": "**Reference**\n\n- 도커 입문, 어느 출판사\n",
    "reference-line": "출처: <https://example.org/book>\n",
    "numbered-lines": "**이미지의 한살이**\n\n1) 빌드\n\n- 이미지를 만든다\n\n2) 배포\n\n- 이미지를 올린다\n",
    "command-paragraph": "아래 명령으로 쓰지 않는 이미지를 지운다:\n\n`docker image prune`\n",
    "ordered-steps": "배포 순서:\n\n1. 이미지를 빌드한다\n2. 레지스트리에 올린다\n3. 서버에서 내려받는다\n",
    "command-label": "**1) `docker image pull`**\n\n- 레지스트리에서 이미지를 내려받는 명령어\n",
    "synopsis": "docker image pull [options] 리포지토리명[:태그명]\n{: .notice--info}\n",
    "synopsis-block": "**docker cp**\n\n```\ndocker cp [옵션] 컨테이너:경로 대상경로\n```\n",
    "notice": "**태그**\n태그는 이미지에 붙인 별명이다.\n{: .notice--success}\n",
    "quoted-notice": "> **주의**\n> 볼륨은 컨테이너와 함께 지워지지 않는다.\n",
    "notice-line": "※ 볼륨은 컨테이너를 지워도 남는다.\n",
    "option-item": "- `-d, --detach` : 백그라운드에서 실행한다\n",
    "option-line": "`--rm` : 끝나면 컨테이너를 지운다\n",
    "option-lines": "-d : 백그라운드에서 실행한다\n-p : 포트를 잇는다\n",
    "option-table": "| 옵션 | 설명 |\n|---|---|\n| `-a` | 멈춘 것까지 모두 보인다 |\n",
    "option-list": "`-q`\n: 식별자만 출력한다\n",
    "command-item": "- `docker ps` : 실행 중인 컨테이너 목록을 본다\n",
    "command-line": "`docker logs web` : web의 로그를 본다\n",
    "command-lines": "`docker start web` : web을 시작한다\n`docker stop web` : web을 멈춘다\n",
    "command-table": "| 명령어 | 설명 |\n|---|---|\n| `docker stop web` | web을 멈춘다 |\n",
    "barred-line": "ls -F | grep txt : 이름에 txt가 든 파일만 본다\n",
    "example-item": "- 이미지 목록을 보려면:\n\n  ```\n  $ docker image ls\n  ```\n",
    "example": "```bash\n# 멈춘 컨테이너까지 보기\ndocker ps -a\n```\n",
    "definition-list": "볼륨\n: 컨테이너가 지워져도 남는 저장 공간\n",
    "term-table": "| 용어 | 뜻 |\n|---|---|\n| 파드 | 컨테이너를 묶은 배포 단위 |\n| 노드 | 파드가 올라가는 서버 |\n",
    "term-item": "- **볼륨**: 컨테이너가 지워져도 남는 저장 공간\n",
    "term-line": "**레지스트리** : 이미지를 저장해 두는 저장소\n",
    "term-title": "**데몬이란?**\n\n뒤에서 계속 실행되며 요청을 기다리는 프로세스\n",
    "titled-item": "## 컨테이너란?\n\n- 이미지를 실행한 프로세스\n",
    "boxed-text": "## 스냅샷이란?\n\n```\n한 시점의 상태를 저장해 둔 것\n```\n",
    "remarks": "```\n├── bin   # 명령어가 있는 디렉토리\n└── etc   # 설정 파일이 있는 디렉토리\n```\n",
    "sentences": "도커 이미지(Docker Image)는 컨테이너를 만들기 위한 템플릿이다.\n\n"
    "멈춘 컨테이너까지 보려면 `docker ps -a` 명령을 사용한다.\n",
    "statement": "컨테이너를 지우면 **쓰기 계층**도 함께 사라진다.\n",
}
