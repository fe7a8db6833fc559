"""What is done, by the nouns and verbs of each language that name it in headings, comments and the like: data."""

from __future__ import annotations

from typing import Final

KOREAN: Final = (
    "감시 강제종료 개방 갱신 거부 검사 검색 게시 결합 계산 고정 공유 관리 교체 구독 구동 구축 기동 나열 "
    "노출 녹화 다운그레이드 다운로드 대체 덤프 동기화 등록 디코딩 로그 로그아웃 로그인 롤백 리로드 "
    "리버트 리셋 머지 무시 반환 발급 발행 배포 백업 변경 변환 병합 복구 복사 복원 복제 복호화 부여 부팅 "
    "분리 분석 비교 비활성화 빌드 삭제 삽입 새로고침 생성 선언 선택 설정 설치 세팅 셋업 셋팅 셧다운 송신 "
    "수신 수정 숨김 스캔 승인 시작 실행 암호화 압축 압축해제 언인스톨 업그레이드 업데이트 업로드 연결 "
    "연동 예약 원복 이관 이동 이름변경 이용 익스포트 인스톨 인증 인코딩 임포트 작성 잠금 재개 재기동 "
    "재배치 재배포 재부팅 재생 재생성 재설치 재시도 재시작 저장 적용 적재 전달 전송 전환 점검 접속 정렬 "
    "정지 제거 제공 제외 조회 종료 중단 중지 증설 지정 진단 집계 차단 철회 청소 체리픽 체크아웃 초기화 "
    "추가 추적 추출 축소 축약 출력 취득 취소 측정 치환 캐싱 캡처 캡쳐 커밋 컴파일 클론 탈퇴 탐색 탑재 "
    "태깅 테스트 토글 파싱 편집 포맷 표시 푸쉬 푸시 프린트 필터링 할당 합성 해제 해지 허용 호출 확인 "
    "확장 활성화 회전 획득"
)
"""Ends the name of a deed, beside every noun made of a verb by 기."""
CHINESE: Final = (
    r"查看|启动|停止|安装|创建|删除|修改|连接|授权|设置|添加|更新|执行|导出|导入|重启|搜索|切换|"
    r"克隆|提交|撤销|查询|查找|显示|下载|上传|配置|打开|关闭|编译|运行|生成|恢复|合并|拉取|推送|"
    r"备份|还原|复制|移动|压缩|解压|检查|获取|列出|初始化|部署|卸载|升级|清除|清空|清理|进入|退出|"
    r"登录|登陆|挂载|格式化|测试|监控|转换|替换|统计|排序|新建|增加|修复|重命名|取消|抓取|共享|"
    r"移除|保存|结束|终止|杀死|暂停|发送|同步|构建|"
    r"插入|更改|变更|调用|拷贝|定义|限制|允许|禁止|启用|禁用|开启|重置|回滚|回退|丢弃|忽略|比较|对比|计算|绑定|分配|"
    r"释放|注册|注销|打包|发布|指定|打印|截取|分割|过滤|暂存|追加|新增|检测|验证"
)
"""Begins or ends the name of a deed."""
ENGLISH: Final = (
    "access activate add aggregate allocate allow amend analyse analyze annotate append apply archive ask assign "
    "attach authenticate authorize bring browse build bundle calculate cancel change check cherry-pick choose clean "
    "clear clone close collapse collect combine commit compare compile compress compute concatenate configure "
    "confirm connect consume continue convert copy cordon count create customize cut deactivate debug decode "
    "decompress decrease decrypt define delete deny deploy deregister describe destroy detach detect determine "
    "disable discard display download drain drop dump edit empty enable encode encrypt enter erase evict examine "
    "exclude execute exit expand explore export expose extract fetch filter find fix flush follow force format "
    "forward freeze gather generate get give go grant highlight identify import include increase indent initialise "
    "initialize initiate insert inspect install invoke isolate iterate join jump keep kill launch leave limit list "
    "load locate lock log maintain make manage match maximize measure merge migrate minimize modify monitor mount "
    "move name navigate obtain open optimize organize overwrite parse pass paste pause prepend preserve prevent "
    "preview print produce protect provide provision prune publish pull purge push put query quit read reboot "
    "rebuild receive recover redirect redo reduce refresh register reinstall reload remove rename renew reorder "
    "repair repeat replace rerun reset resize resolve restart restore resume retag retrieve return reveal reverse "
    "revert revise revoke rewrite rollback rotate run save scale schedule scroll search see select send serve set "
    "show shut simulate skip sort specify split squash start stash step stop strip submit subscribe summarize "
    "suspend swap switch sync synchronise synchronize tag terminate test throttle toggle transfer translate "
    "trigger trim truncate turn uncompress undo uninstall unlink unlock unmount unpack unpause unregister unset "
    "unstage unsubscribe untag untrack unzip update upgrade upload use validate verify view visit wipe wrap "
    "write yank zip zoom"
)
"""Begins the name of a deed, in any form."""
