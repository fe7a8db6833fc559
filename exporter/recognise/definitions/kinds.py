"""Nouns that say what kind of thing a term is: the head of what a definition says ("… 도구이다", "…的工具").

Words as data, `_` standing for a blank inside one; `words` makes a pattern of them.
"""

from __future__ import annotations

import re
from typing import Final


def words(*parts: str) -> re.Pattern[str]:
    """A pattern that meets any of some words written with blanks between them; `_` is a blank inside one."""
    found = sorted({word.replace("_", " ") for part in parts for word in part.split()}, key=len, reverse=True)
    return re.compile("|".join(found), re.IGNORECASE)


KIND_KO: Final = (
    "드라이버 솔루션 표기법? 규격 메시지 이벤트 큐 토픽 필드 헤더 쿼리 클래스 메서드 메소드 인증서 속성 어노테이션"
    " 필터 미들웨어 게이트웨이 프록시"
    " 로드_?밸런서 스케줄러 컨트롤러 캐시 세션 채널 스트림 브로커 인덱스 테이블 트랜잭션 스키마 단어 표현"
    " 용어 접두사 접미사 구문 지시어 키워드"
    " 아키텍처 아키텍쳐 런타임 바이너리 비율 크기 시간 기간 횟수 지시자 신호 시그널 규약 약속 체계 절차"
    " 제품 오픈_?소스 조각 "
    "것 도구 툴 명령어? 방식 방법 파일 시스템 서비스 프로그램 소프트웨어 템플릿 환경 과정 작업 객체"
    " 오브젝트 리소스 단위 공간 저장소 목록 리스트"
    " 값 경로 개념 언어 기능 플랫폼 라이브러리 프레임워크 프로토콜 인터페이스 표준 포맷 형식 구조 기술"
    " 설정 변수 함수 집합 모음 상태 서버"
    " 클라이언트 컨테이너 이미지 네트워크 브랜치 번호 이름 주소 약자 줄임말 약어 별명 식별자 포인터 영역"
    " 계층 레이어 역할 개수 수 코드 데이터 엔진"
    " 애플리케이션 앱 운영체제 운영_체제 OS 문서 스크립트 키 권한 사용자 그룹 노드 클러스터 규칙 옵션"
    " 디렉토리 디렉터리 폴더 장치 기기 매니저 관리자"
    " 패키지 모듈 컴포넌트 요소 에이전트 유형 타입 종류 컴퓨터 머신 포트 연산자 문자 문자열 명세 정보"
    " 메커니즘 기법 알고리즘 모델 패턴 행위 동작 장소"
    " 위치 기준 통로 묶음 서비스명 에디터 편집기 쉘 셸 터미널 프로세스 인스턴스 볼륨 토큰 문법 기호 지점"
    " 시점 이력 기록 로그 전략 박스"
    " 아카이브 결과물 확장 플러그인 스펙 사이트 커널 가상_?머신 가상화 디폴트 기본값 레지스트리"
    " 인스트럭션 매커니즘 추상화 전문 데이터베이스 DB API SW 하드웨어 구조체 형태 계정 단계 주체 실체 개체 수단 흐름"
    " 현상 원칙 정책 구역 구간 배열 트리 자료구조 인자 매개변수 화면 창 버튼 도메인 태그"
    " 곳 존재 링크 방법론 세트 오류 에러"
    " 모드 어플리케이션 집단 집합체 장비 약칭 명칭 지표 척도 자료 자료형 원리 학문 공격 취약점"
    " 컬럼 레코드 색인 매체 통신망 부품"
    " 재단 프로젝트 커뮤니티 생태계 배포판 사본 복사본 스냅샷 뷰 상자 틀 뼈대 기반 토대"
)
KIND_CJK: Final = (
    "工具 命令 系统 软件 程序 文件 服务 平台 框架 语言 协议 方式 方法 机制 仓库 容器 镜像 环境 技术 接口"
    " 概念 集合 目录 变量 参数 格式 标准 模式 脚本"
    " 模板 实例 单位 地方 空间 进程 过程 对象 组件 名称 标识 版本 记录 指针 快照 库 引擎 规则 状态 数据"
    " 客户端 服务器 守护进程"
    " ツール コマンド システム ソフトウェア プログラム サービス ファイル 仕組み 機能 方法 環境 単位 もの"
    " こと 言語 技術 ひな形 雛形 場所 名前 空間"
    " プロセス オブジェクト 領域 型 集まり 規格 規則 手順 形式 設定 変数 値 サーバー サーバ クライアント"
    " サイト 状態 ステータス 種類 番号"
    " ライブラリ フレームワーク プラットフォーム テンプレート ディレクトリ フォルダ 関数 データ マシン プロトコル 実体"
)
FUNCTIONS: Final = (
    "관리|제공|저장|담당|정의|지정|연결|변환|수행|처리|제어|감시|모니터링|보관|포함|설정|표시|구성|전달|할당|기록"
    "|실행|생성|출력|반환|조회|삭제|배포|보장|유지|결정|조정|분배|확인|명시|선언|참조|지원"
)
"""Nouns of what a thing is there to do, as notes end a sentence without its verb."""
DEEDS: Final = (
    "설치|확인|실행|사용|수행|생성|변경|저장|이동|작동|전환|삭제|제거|추가|설정|시작|종료|재시작|중지|정지|조회|출력|입력|등록|복사"
    "|수정|취소|활용|관리|구축|배포|적용|연결|접속|해제|빌드|다운로드|업로드|업데이트|테스트|생략|표기|지원|선택|표시|처리"
)
"""Nouns that are deeds: a text which ends in one tells what is done."""


def syllables(final: int, but: str = "") -> str:
    """All Hangul syllables with a final consonant (its place in Unicode's order), but for some."""
    return "".join(chr(code) for code in range(0xAC00 + final, 0xD7A4, 28) if chr(code) not in but)


PAST: Final = syllables(20, but="있겠")
"""Ends of a verb in the past: 했, 됐, 갔 (final ㅆ)."""


def _finals(*finals: int) -> str:
    """All Hangul syllables with any of some final consonants."""
    return "".join(syllables(final) for final in finals)


ADJECTIVE: Final = _finals(1, 2, 6, 7, 8, 9, 11, 13, 14, 15, 17, 18, 19, 22, 23, 25, 26, 27)
"""Syllables with a final consonant that no verb in the present has before 다: 좋다, 가볍다, 높다, 않다."""

CLOSED: Final = _finals(*range(1, 28))
"""Syllables that end in a consonant."""

NOMINAL: Final = syllables(16, but="템램름즘폼럼륨림님팀점힘몸봄섬곰담참침금범컴")
"""Ends of a verb made a noun, as notes end sentences: 함, 됨, 바뀜 (final ㅁ)."""

VERBS_EN: Final = (
    r"(?:allow|let|provide|contain|indicate|go|hold|store|manage|control|tell|represent|denote|describe|define|run|decide"
    r"|act|make|keep|set|handle|help|enable|serve|group|generate|determine|combine|ensure|maintain"
    r"|monitor|track|listen|expose|wrap|convert|translate|perform|automate|assign|route|forward|distribute|list|show"
    r"|print|support|consist|include|implement|isolate|bundle|collect|connect|execute|configure)s?"
    r"|specif(?:y|ies)|watch(?:es)?|goes"
)
"""English verbs that tell what a thing does."""
